const view = (name: string, q: string) => ({ name, query: q ? new URLSearchParams({ q }).toString() : "" });

/** What the page offers as tabs before anybody has saved a view. */
export const auditViews = [
  view("All", ""),
  view("People and rights", "record:member,role,delegation,invitation,request"),
  view("Refused", "action:refused"),
  view("Keys", "record:key"),
  view("Exports", "action:exported,downloaded"),
  view("Platform", "via:platform"),
];
