/** People on the page that says who else sees a record. */
export const mostShown = 20;
