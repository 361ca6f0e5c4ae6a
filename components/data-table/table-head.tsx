import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { cardHead, cardTable, tableRoles } from "@/components/data-table/phone-styles";
import { sortedBy } from "@/components/data-table/table-address";
import type { DataColumn } from "@/components/data-table/types";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";

const cellStyles = "sticky top-0 z-20 whitespace-nowrap border-b bg-sunken px-3 font-medium normal-nums text-muted";

type TableHeadProps<Row> = {
  columns: DataColumn<Row>[];
  sort: string | undefined;
  query: URLSearchParams;
  selection: boolean;
  actions: boolean;
  compact: boolean;
  all: boolean;
  some: boolean;
  onAll: (checked: boolean) => void;
};

export function TableHead<Row>({
  columns,
  sort,
  query,
  selection,
  actions,
  compact,
  all,
  some,
  onAll,
}: TableHeadProps<Row>) {
  return (
    <thead {...tableRoles.group} className={selection ? cardTable : cardHead}>
      <tr
        {...tableRoles.row}
        className={classNames(
          compact ? "h-8" : "h-9",
          selection && "max-sm:flex max-sm:h-12 max-sm:border-b max-sm:bg-sunken",
        )}
      >
        {selection && (
          <th
            {...tableRoles.head}
            scope="col"
            className={classNames(
              cellStyles,
              "w-10 pr-0 text-left max-sm:flex max-sm:w-auto max-sm:items-center max-sm:gap-4 max-sm:border-0 max-sm:px-4",
            )}
          >
            <Checkbox
              className="align-middle"
              aria-label="Select all rows on this page"
              checked={all}
              indeterminate={some && !all}
              onChange={(event) => onAll(event.target.checked)}
            />
            <span aria-hidden="true" className="font-normal sm:hidden">
              Select all
            </span>
          </th>
        )}
        {columns.map((column) => (
          <th
            key={column.id}
            {...tableRoles.head}
            scope="col"
            aria-sort={column.sortable ? orderOf(column.id, sort) : undefined}
            className={classNames(
              cellStyles,
              column.align === "right" ? "text-right" : "text-left",
              column.className,
              cardHead,
            )}
          >
            {column.sortable ? <SortLink column={column} sort={sort} query={query} /> : column.header}
          </th>
        ))}
        {actions && (
          <th
            {...tableRoles.head}
            scope="col"
            className={classNames(cellStyles, "w-12 sm:stays-right sm:z-30 sm:[--faded:var(--sunken)]", cardHead)}
          >
            <span className="sr-only">Acts</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

function SortLink<Row>({
  column,
  sort,
  query,
}: {
  column: DataColumn<Row>;
  sort: string | undefined;
  query: URLSearchParams;
}) {
  const order = orderOf(column.id, sort);
  const Mark = order === "ascending" ? ArrowUp : order === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <>
      <span className="sm:hidden">{column.header}</span>
      <Link
        href={sortedBy(query, column.id, sort)}
        replace
        scroll={false}
        className={classNames(
          "group -mx-1.5 inline-flex max-sm:hidden min-h-6 items-center gap-1 rounded-[4px] px-1.5 hover:text-text",
          order !== "none" && "text-text",
          column.align === "right" && "flex-row-reverse",
        )}
      >
        {column.header}
        <Mark
          aria-hidden="true"
          className={classNames(
            "size-3.5",
            order === "none" && "opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100",
          )}
        />
      </Link>
    </>
  );
}

export function orderOf(column: string, sort: string | undefined): "ascending" | "descending" | "none" {
  if (sort === column) return "ascending";
  return sort === `-${column}` ? "descending" : "none";
}
