"use client";

import { Keyboard, SlidersHorizontal } from "lucide-react";
import type { DataColumn } from "@/components/data-table/types";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheckbox, MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";

type ViewMenuProps<Row> = {
  columns: DataColumn<Row>[];
  hidden: string[];
  compact: boolean;
  onHide: (hidden: string[]) => void;
  onDensity: (compact: boolean) => void;
  onHelp: () => void;
};

export function ViewMenu<Row>({ columns, hidden, compact, onHide, onDensity, onHelp }: ViewMenuProps<Row>) {
  const choices = columns.slice(1).filter((column) => column.hideable !== false);
  return (
    <Menu
      trigger={
        <Button>
          <SlidersHorizontal />
          <span className="max-sm:sr-only">View</span>
        </Button>
      }
    >
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
