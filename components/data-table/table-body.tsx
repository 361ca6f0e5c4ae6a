import Link from "next/link";
import type { MouseEvent, ReactNode, Ref } from "react";
import {
  cardActs,
  cardCell,
  cardCheckbox,
  cardFact,
  cardLink,
  cardRow,
  cardTable,
  cardTitle,
  tableRoles,
} from "@/components/data-table/phone-styles";
import type { DataColumn, DataTableProps } from "@/components/data-table/types";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";

const cellStyles =
  "border-b px-3 group-last:border-b-0 group-hover:bg-sunken group-focus-visible:bg-sunken group-data-[selected]:bg-accent-soft group-data-[open]:bg-accent-soft";

type TableBodyProps<Row> = DataTableProps<Row> & {
  ref: Ref<HTMLTableSectionElement>;
  compact: boolean;
  isSelected: (id: string) => boolean;
  onSelect: (id: string, checked: boolean) => void;
  onOpen: ((event: MouseEvent, id: string) => void) | undefined;
};

export function TableBody<Row>(props: TableBodyProps<Row>) {
  const { ref, columns, rows, rowId, compact, selection, isSelected, onSelect, rowActions, detailHref, openId } = props;
  const { onOpen } = props;
  return (
    <tbody ref={ref} {...tableRoles.group} className={cardTable}>
      {rows.map((row) => {
        const id = rowId(row);
        const selected = isSelected(id);
        const open = id === openId;
        return (
          <tr
            key={id}
            {...tableRoles.row}
            tabIndex={-1}
            data-row={id}
            data-selected={selected ? "" : undefined}
            data-open={open ? "" : undefined}
            aria-selected={selection ? selected : undefined}
            className={classNames(
              "group -outline-offset-2",
              compact ? "h-8 max-sm:py-1" : "h-10 max-sm:py-2",
              cardRow,
              selection && "max-sm:pl-12",
            )}
          >
            {selection && (
              <td {...tableRoles.cell} className={classNames(cellStyles, "w-10 pr-0", cardCell, cardCheckbox)}>
                <Checkbox
                  className="align-middle"
                  id={`select-${id}`}
                  aria-label="Select"
                  aria-labelledby={`select-${id} title-${id}`}
                  checked={selected}
                  onChange={(event) => onSelect(id, event.target.checked)}
                />
              </td>
            )}
            {columns.map((column, index) =>
              index === 0 ? (
                <td
                  key={column.id}
                  id={`title-${id}`}
                  {...tableRoles.title}
                  className={classNames(cellStyles, "whitespace-nowrap", column.className, cardCell, cardTitle)}
                >
                  <Title href={detailHref?.(row)} open={open} onClick={onOpen && ((event) => onOpen(event, id))}>
                    {column.cell(row)}
                  </Title>
                </td>
              ) : (
                <Fact key={column.id} column={column} row={row} />
              ),
            )}
            {rowActions && (
              <td
                {...tableRoles.cell}
                className={classNames(
                  cellStyles,
                  "w-12 bg-surface pl-0 text-right sm:stays-right sm:z-10",
                  cardCell,
                  cardActs,
                )}
              >
                {rowActions(row)}
              </td>
            )}
          </tr>
        );
      })}
    </tbody>
  );
}

function Fact<Row>({ column, row }: { column: DataColumn<Row>; row: Row }) {
  const { header, phone = "labelled", align, className } = column;
  const content = column.cell(row);
  const empty = content === null || content === undefined || content === "" || content === false;
  return (
    <td
      {...tableRoles.cell}
      className={classNames(
        cellStyles,
        align === "right" && "text-right",
        className,
        cardCell,
        cardFact,
        phone === "line" && "max-sm:basis-full",
        empty && "max-sm:hidden",
      )}
    >
      {phone === "labelled" && (
        <span aria-hidden="true" className="mr-1.5 text-muted sm:hidden">
          {header}
        </span>
      )}
      {content}
    </td>
  );
}

type TitleProps = {
  href: string | undefined;
  open: boolean;
  onClick: ((event: MouseEvent) => void) | undefined;
  children: ReactNode;
};

function Title({ href, open, onClick, children }: TitleProps) {
  if (!href)
    return <span className="max-sm:flex max-sm:min-h-8 max-sm:items-center max-sm:font-medium">{children}</span>;
  return (
    <Link
      href={href}
      onClick={onClick}
      data-row-link=""
      aria-current={open ? "true" : undefined}
      className={classNames(
        "inline-flex min-h-6 max-w-full items-center gap-2.5 rounded-[4px] font-medium hover:underline",
        cardLink,
      )}
    >
      {children}
    </Link>
  );
}
