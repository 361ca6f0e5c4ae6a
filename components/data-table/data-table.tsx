"use client";

import { columnVisibilityFeature, rowSelectionFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { useSearchParams } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { BulkBar } from "@/components/data-table/bulk-bar";
import { NoRows } from "@/components/data-table/no-rows";
import { Pager } from "@/components/data-table/pager";
import { cardTable, tableRoles } from "@/components/data-table/phone-styles";
import { ShortcutsDialog } from "@/components/data-table/shortcuts-dialog";
import { addressWith, type Changes, listedIn } from "@/components/data-table/table-address";
import { TableBody } from "@/components/data-table/table-body";
import { TableHead } from "@/components/data-table/table-head";
import type { DataTableProps } from "@/components/data-table/types";
import { useBeside } from "@/components/data-table/use-beside";
import { useTableKeys } from "@/components/data-table/use-table-keys";
import { ViewMenu } from "@/components/data-table/view-menu";
import { classNames } from "@/components/ui/class-names";

/** As many columns as can be read in what a record beside the list leaves. */
const besideColumns = 3;

const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature });

type Selection = Record<string, true>;

/** The one table: what is in the address is what is on the screen. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { id, label, columns, rows, rowId, selection = false } = props;
  const query = useSearchParams();
  const [selected, setSelected] = useState<Selection>({});
  const [help, setHelp] = useState(false);
  const body = useRef<HTMLTableSectionElement>(null);

  const hidden = listedIn(query, "hide") ?? columns.filter((column) => column.hiddenAtFirst).map((column) => column.id);
  const sort = query.get("sort") ?? props.sort;
  const cursor = query.get("cursor");
  const compact = query.get("density") === "compact";
  const look = (changes: Changes) => window.history.replaceState(null, "", addressWith(query, changes));

  const table = useTable({
    features,
    data: rows,
    columns: useMemo(() => columns.map(({ id, header }) => ({ id, header })), [columns]),
    getRowId: rowId,
    enableRowSelection: selection,
    state: {
      columnVisibility: Object.fromEntries(hidden.map((column) => [column, false])),
      rowSelection: selected,
    },
    onRowSelectionChange: setSelected,
  });

  const shownIds = table.getVisibleLeafColumns().map((column) => column.id);
  const beside = useBeside({
    enabled: props.beside !== undefined && props.beside !== false,
    alone: props.beside === "alone",
    openId: props.openId,
    query,
    body,
  });
  const shown = columns
    .filter((column) => shownIds.includes(column.id))
    .slice(0, props.beside === true && beside.openId ? besideColumns : undefined);
  const chosen = table.getSelectedRowModel().rows;
  const clear = () => setSelected({});

  useTableKeys({
    body,
    onToggle: (row) => selection && table.getRow(row).toggleSelected(),
    onHelp: () => setHelp(true),
    onEscape: () => (chosen.length > 0 ? clear() : beside.close?.()),
    onMove: beside.follow,
  });

  return (
    <section aria-label={label} id={id} className="min-w-0">
      {(rows.length > 0 || props.children) && (
        <div className="mb-3 flex flex-wrap items-start gap-2">
          <div className="min-w-0 flex-1 basis-60">{props.children}</div>
          <ViewMenu
            columns={columns}
            sort={sort}
            query={query}
            hidden={hidden}
            compact={compact}
            onHide={(hide) => look({ hide: hide.join() })}
            onDensity={(dense) => look({ density: dense ? "compact" : null })}
            onHelp={() => setHelp(true)}
          />
        </div>
      )}
      <div className="overflow-hidden rounded-surface border bg-surface">
        {rows.length === 0 ? (
          <NoRows query={query} filterKeys={props.filterKeys} empty={props.empty} />
        ) : (
          <section
            aria-label={`${label}, rows`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
            tabIndex={0}
            className="relative -outline-offset-2 sm:overflow-auto lg:max-h-[max(15rem,calc(100dvh-15rem))]"
          >
            <table
              {...tableRoles.table}
              className={classNames("w-full border-separate border-spacing-0 text-table tabular-nums", cardTable)}
            >
              <caption className="sr-only">{label}</caption>
              <TableHead
                columns={shown}
                sort={sort}
                query={query}
                selection={selection}
                actions={props.rowActions !== undefined}
                compact={compact}
                all={table.getIsAllRowsSelected()}
                some={table.getIsSomeRowsSelected()}
                onAll={(checked) => table.toggleAllRowsSelected(checked)}
              />
              <TableBody
                {...props}
                ref={body}
                openId={beside.openId}
                onOpen={beside.open}
                columns={shown}
                compact={compact}
                selection={selection}
                isSelected={(row) => row in selected}
                onSelect={(row, checked) => table.getRow(row).toggleSelected(checked)}
              />
            </table>
          </section>
        )}
        {(rows.length > 0 || cursor) && (
          <Pager
            query={query}
            count={rows.length}
            total={props.total}
            cursor={cursor}
            trail={listedIn(query, "trail", "~") ?? []}
            next={props.nextCursor ?? null}
          />
        )}
      </div>
      {chosen.length > 0 && props.bulkActions && (
        <BulkBar count={chosen.length} onClear={clear}>
          {props.bulkActions({ ids: chosen.map((row) => row.id), rows: chosen.map((row) => row.original), clear })}
        </BulkBar>
      )}
      <ShortcutsDialog open={help} onOpenChange={setHelp} selection={selection} more={props.shortcuts} />
    </section>
  );
}
