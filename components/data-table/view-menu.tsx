"use client";

import { ArrowDown, ArrowUp, Keyboard, SlidersHorizontal } from "lucide-react";
import { sortedBy } from "@/components/data-table/table-address";
import { orderOf } from "@/components/data-table/table-head";
import type { DataColumn } from "@/components/data-table/types";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheckbox, MenuGroup, MenuItem, MenuLink, MenuSeparator } from "@/components/ui/menu";

type ViewMenuProps<Row> = {
  columns: DataColumn<Row>[];
  sort: string | undefined;
  query: URLSearchParams;
  hidden: string[];
  compact: boolean;
  onHide: (hidden: string[]) => void;
  onDensity: (compact: boolean) => void;
  onHelp: () => void;
};

export function ViewMenu<Row>({
  columns,
  sort,
  query,
  hidden,
  compact,
  onHide,
  onDensity,
  onHelp,
}: ViewMenuProps<Row>) {
  const choices = columns.slice(1).filter((column) => column.hideable !== false);
  const orders = columns.filter((column) => column.sortable);
  return (
    <Menu
      trigger={
        <Button>
          <SlidersHorizontal />
          <span className="max-sm:sr-only">View</span>
        </Button>
      }
    >
      {orders.length > 0 && (
        <MenuGroup label="Order">
          {orders.map(({ id, header }) => (
            <MenuLink key={id} href={sortedBy(query, id, sort)} hint={<OrderMark order={orderOf(id, sort)} />}>
              {header}
            </MenuLink>
          ))}
          <MenuSeparator />
        </MenuGroup>
      )}
      {choices.length > 0 && (
        <MenuGroup label="Columns">
          {choices.map((column) => (
            <MenuCheckbox
              key={column.id}
              checked={!hidden.includes(column.id)}
              onCheckedChange={(checked) =>
                onHide(checked ? hidden.filter((id) => id !== column.id) : [...hidden, column.id])
              }
            >
              {column.header}
            </MenuCheckbox>
          ))}
        </MenuGroup>
      )}
      <MenuSeparator />
      <MenuCheckbox checked={compact} onCheckedChange={onDensity}>
        Compact rows
      </MenuCheckbox>
      <MenuSeparator />
      <MenuItem icon={<Keyboard />} hint="?" onSelect={onHelp}>
        Keyboard shortcuts
      </MenuItem>
    </Menu>
  );
}

function OrderMark({ order }: { order: ReturnType<typeof orderOf> }) {
  if (order === "none") return null;
  const Mark = order === "ascending" ? ArrowUp : ArrowDown;
  return <Mark aria-label={order} className="size-3.5" />;
}
