import Link from "next/link";
import type { ReactNode, Ref } from "react";
import type { DataTableProps } from "@/components/data-table/types";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";

const cellStyles =
  "border-b px-3 group-last:border-b-0 group-hover:bg-sunken group-focus-visible:bg-sunken group-data-[selected]:bg-accent-soft group-data-[open]:bg-accent-soft";

type TableBodyProps<Row> = DataTableProps<Row> & {
  ref: Ref<HTMLTableSectionElement>;
  compact: boolean;
  isSelected: (id: string) => boolean;
  onSelect: (id: string, checked: boolean) => void;
};

export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { ref, columns, rows, rowId, compact, selection, isSelected, onSelect, rowActions, detailHref, openId } = props;
  return (
    <tbody ref={ref}>
      {rows.map((row) => {
        const id = rowId(row);
        const selected = isSelected(id);
        const open = id === openId;
        return (
          <tr
            key={id}
            tabIndex={-1}
            data-row={id}
            data-selected={selected ? "" : undefined}
            data-open={open ? "" : undefined}
            aria-selected={selection ? selected : undefined}
            className={classNames("group -outline-offset-2", compact ? "h-8" : "h-10")}
          >
            {selection && (
              <td className={classNames(cellStyles, "w-10 pr-0")}>
                <Checkbox
                  className="align-middle"
                  aria-label="Select row"
                  checked={selected}
                  onChange={(event) => onSelect(id, event.target.checked)}
                />
              </td>
            )}
            {columns.map((column, index) => (
              <td
                key={column.id}
                className={classNames(
                  cellStyles,
                  column.align === "right" && "text-right",
                  index === 0 && "whitespace-nowrap",
                  column.className,
                )}
              >
                <CellBody href={index === 0 ? detailHref?.(row) : undefined} open={open}>
                  {column.cell(row)}
                </CellBody>
              </td>
            ))}
            {rowActions && <td className={classNames(cellStyles, "w-12 pl-0 text-right")}>{rowActions(row)}</td>}
          </tr>
        );
      })}
    </tbody>
  );
}

function CellBody({ href, open, children }: { href: string | undefined; open: boolean; children: ReactNode }) {
  if (!href) return children;
  return (
    <Link
      href={href}
      data-row-link=""
      aria-current={open ? "true" : undefined}
      className="inline-flex min-h-6 max-w-full items-center gap-2.5 rounded-[4px] font-medium hover:underline"
    >
      {children}
    </Link>
  );
}
