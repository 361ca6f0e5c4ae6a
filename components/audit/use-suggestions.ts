"use client";

import { type ChangeEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import type { Choices } from "@/components/audit/query-bar";
import { completed, suggestionsAt } from "@/lib/audit/suggestion-rules";

type Given = { typed: string; choices: Choices; onChange: (text: string) => void; onAsk: (text: string) => void };

/** A combobox over the part of the query under the caret (WAI-ARIA: combobox with listbox popup). */
export function useSuggestions({ typed, choices, onChange, onAsk }: Given) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(-1);
  const found = suggestionsAt(typed, Math.min(caret, typed.length), {
    people: choices.actors.map(({ name }) => name),
    operations: choices.operations,
  });
  const expanded = open && found.list.length > 0;

  function choose(text: string) {
    const next = completed(typed, found, text);
    const place = found.from + text.length + (text.endsWith(":") ? 0 : 1);
    onChange(next);
    setCaret(place);
    setActive(-1);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(place, place);
    });
  }

  function onKeyDown(event: KeyboardEvent) {
    const { length } = found.list;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setOpen(true);
      if (length > 0) setActive((at) => (event.key === "ArrowDown" ? (at + 1) % length : (at <= 0 ? length : at) - 1));
    } else if (event.key === "Escape" && expanded) {
      event.preventDefault();
      setOpen(false);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = expanded ? found.list[active] : undefined;
      if (chosen) return choose(chosen.text);
      setOpen(false);
      onAsk(typed);
    } else if (event.key === "Tab") setOpen(false);
  }

  const optionId = (at: number) => `${id}-${at}`;
  return {
    input: {
      ref: field,
      role: "combobox",
      "aria-autocomplete": "list" as const,
      "aria-expanded": expanded,
      "aria-controls": id,
      "aria-activedescendant": expanded && active >= 0 ? optionId(active) : undefined,
      onFocus: () => setOpen(true),
      onBlur: () => setOpen(false),
      onKeyDown,
      onSelect: () => setCaret(field.current?.selectionStart ?? typed.length),
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        onChange(event.target.value);
        setCaret(event.target.selectionStart ?? event.target.value.length);
        setActive(-1);
        setOpen(true);
      },
    },
    list: { id, optionId, open: expanded, options: found.list, active, onChoose: choose },
  };
}
