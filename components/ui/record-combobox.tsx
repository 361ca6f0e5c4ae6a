"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown, X } from "lucide-react";
import { useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { controlStyles } from "@/components/ui/control-styles";
import { searchSentence, useFound } from "@/components/ui/found";
import { menuItemStyles, popupStyles } from "@/components/ui/popup-styles";

export type RecordChoice = { id: string; label: string; detail?: string };

export type RecordComboboxProps = {
  id: string;
  describedBy: string | undefined;
  invalid: true | undefined;
  /** What the list is of, for screen readers. */
  label: string;
  placeholder: string;
  value: RecordChoice | null;
  onChange: (choice: RecordChoice | null) => void;
  /** What stands there before somebody types. */
  first: RecordChoice[];
  search: (text: string, signal: AbortSignal) => Promise<RecordChoice[]>;
};

/** Milliseconds that the typing rests before the server is asked. */
const rest = 120;

/** One record out of many: typed, found by the server, chosen by keyboard or pointer. */
export function RecordCombobox(props: RecordComboboxProps) {
  const { value, first, search, label, placeholder } = props;
  const [text, setText] = useState("");
  const answer = useFound(text, search, rest);
  const listed = text === "" ? first : answer.found;
  const items = value && !listed.some(({ id }) => id === value.id) ? [value, ...listed] : listed;
  return (
    <Combobox.Root
      items={items}
      filteredItems={listed}
      value={value}
      onValueChange={(choice) => props.onChange(choice)}
      onInputValueChange={(typed, { reason }) => setText(reason === "input-change" ? typed.trim() : "")}
      itemToStringLabel={(item) => item.label}
      isItemEqualToValue={(one, other) => one.id === other.id}
      autoHighlight
    >
      <div className="relative">
        <Combobox.Input
          id={props.id}
          placeholder={placeholder}
          aria-describedby={props.describedBy}
          aria-invalid={props.invalid}
          className={classNames(controlStyles, "h-9 truncate pr-16 touch:h-11 touch:text-base")}
        />
        <span className="absolute inset-y-0 right-1 flex items-center text-muted">
          <Combobox.Clear aria-label={`Clear ${label.toLowerCase()}`} className={markStyles}>
            <X aria-hidden="true" className="size-4" />
          </Combobox.Clear>
          <Combobox.Trigger aria-label={`Show ${label.toLowerCase()}`} className={markStyles}>
            <ChevronsUpDown aria-hidden="true" className="size-4" />
          </Combobox.Trigger>
        </span>
      </div>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} collisionPadding={8} className="z-50">
          <Combobox.Popup aria-label={label} className={classNames(popupStyles, "w-(--anchor-width) min-w-56 p-1")}>
            <Combobox.Status className="px-2 text-muted text-table [&:not(:empty)]:py-1.5">
              {text === "" && listed.length === 0
                ? "Nothing to choose from yet."
                : searchSentence(answer, text, listed.length)}
            </Combobox.Status>
            <Combobox.List>
              {(item: RecordChoice) => (
                <Combobox.Item key={item.id} value={item} className={menuItemStyles}>
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.detail && <span className="max-w-[45%] truncate text-muted text-xs">{item.detail}</span>}
                  <Combobox.ItemIndicator>
                    <Check aria-hidden="true" />
                  </Combobox.ItemIndicator>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}

const markStyles = "grid size-7 place-items-center rounded-[4px] hover:bg-hover hover:text-text touch:size-10";
