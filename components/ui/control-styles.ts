/** What every text control shares: 36 px (44 on touch), a border of 3:1, a red one when at fault. */
export const controlStyles =
  "w-full min-w-0 rounded-control border border-control bg-surface px-3 text-sm text-text shadow-xs transition-colors duration-100 hover:border-muted focus-visible:border-ring focus-visible:outline-1 focus-visible:outline-offset-0 disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken aria-invalid:border-danger aria-invalid:outline-danger";
