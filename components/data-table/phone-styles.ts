/**
 * On a phone each row becomes a card: its title and acts on the first line, the other cells below them. Restyled
 * tables lose their meaning for some screen readers, so the roles are said outright.
 */
export const tableRoles = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  head: { role: "columnheader" },
  cell: { role: "cell" },
  title: { role: "rowheader" },
} as const;

export const cardTable = "max-sm:block";
export const cardHead = "max-sm:sr-only";

/** The pseudo-element ends the first line. */
export const cardRow =
  "max-sm:relative max-sm:flex max-sm:h-auto max-sm:flex-wrap max-sm:items-center max-sm:gap-x-4 max-sm:gap-y-1 max-sm:border-b max-sm:px-4 max-sm:last:border-b-0 max-sm:after:order-2 max-sm:after:-mt-1 max-sm:after:basis-full max-sm:data-[open]:bg-accent-soft max-sm:data-[selected]:bg-accent-soft";

export const cardCell =
  "max-sm:block max-sm:max-w-full max-sm:border-0 max-sm:bg-transparent! max-sm:p-0 max-sm:text-left";
export const cardTitle = "max-sm:order-1 max-sm:min-w-0 max-sm:flex-1";
export const cardFact =
  "max-sm:order-3 max-sm:[&_button]:relative max-sm:[&_select]:relative max-sm:[&_summary]:relative";
export const cardCheckbox =
  "max-sm:absolute max-sm:top-0 max-sm:left-0 max-sm:z-10 max-sm:grid max-sm:size-12 max-sm:place-items-center";
export const cardActs = "max-sm:relative max-sm:z-10 max-sm:order-1 max-sm:-mr-2 max-sm:w-auto";

/** The whole card is the thumb's target, not only the name on it. */
export const cardLink = "max-sm:min-h-8 max-sm:after:absolute max-sm:after:inset-0";
