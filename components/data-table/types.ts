import type { ReactNode } from "react";

export type DataColumn<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right. */
  align?: "left" | "right";
  sortable?: boolean;
  /** The first column always stays. */
  hideable?: boolean;
  hiddenAtFirst?: boolean;
  className?: string;
  /** How the cell stands in a row's card on a phone; behind its header's word unless told. The first is the title. */
  phone?: "labelled" | "bare" | "line";
};

export type DataTableProps<Row> = {
  /** Tells two tables on one page apart; also their name for screen readers. */
  id: string;
  label: string;
  columns: DataColumn<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  total?: number;
  nextCursor?: string | null;
  /** The order while the address names none, such as `-created_at`. */
  sort?: string;
  selection?: boolean;
  /** The acts of the bar that a selection brings up. */
  bulkActions?: (selected: { ids: string[]; rows: Row[]; clear: () => void }) => ReactNode;
  /** More lines for the help on keys, where the page has keys of its own. */
  shortcuts?: [keys: string[], does: string][];
  rowActions?: (row: Row) => ReactNode;
  detailHref?: (row: Row) => string;
  /** The row whose detail stands open beside the list. */
  openId?: string | undefined;
  /**
   * On a wide screen a row opens beside the list, as `open` of the address, and not as the page of `detailHref`. `alone`:
   * the page asks for the open record itself, so a step from row to row leaves the list as it is.
   */
  beside?: boolean | "alone";
  /** What to show before the first record ever. */
  empty?: ReactNode;
  /** Names of the address's filters; without them all that the table does not own count. */
  filterKeys?: string[];
  /** A FilterBar. */
  children?: ReactNode;
};
