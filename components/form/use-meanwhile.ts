import { type RefObject, useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { type NestedValues, valueAt } from "@/components/form/nested-values";
import {
  isShownAsIs,
  isUntouched,
  meanwhileText,
  partOf,
  type ShownRecord,
  textOf,
} from "@/components/form/shown-record";
import type { ActionState } from "@/lib/errors";

type Asked = {
  shown: ShownRecord | undefined;
  state: ActionState<unknown>;
  element: RefObject<HTMLFormElement | null>;
  form: UseFormReturn<FieldValues>;
  defaultValues: NestedValues;
};

const none: ShownRecord = {};

/**
 * Two people who edit the same: what the form was drawn with goes along, and where it no longer stands so, fields that
 * nobody touched here follow what the other one chose, and the others say so.
 */
export function useMeanwhile({ shown, state, element, form, defaultValues }: Asked) {
  const seen = useRef(shown);
  const saved = useRef(false);
  const followed = useRef<ShownRecord>({});
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [present, setPresent] = useState<ShownRecord>(none);

  useEffect(() => {
    if (state.status === "done") {
      saved.current = true;
      followed.current = {};
      setPresent(none);
    }
    if (state.status !== "failed" || !state.present || !element.current) return;
    const told: Record<string, string> = {};
    for (const [name, value] of Object.entries(state.present)) {
      const initial = name in followed.current ? followed.current[name] : valueAt(defaultValues, name);
      const shows = isShownAsIs(initial, seen.current?.[name], value);
      if (shows && isUntouched(element.current, name, initial)) {
        form.setValue(name, typeof value === "boolean" ? value : textOf(value));
        followed.current[name] = value;
      }
      if (!shows || !isUntouched(element.current, name, value)) told[name] = meanwhileText(shows ? value : undefined);
    }
    seen.current = { ...seen.current, ...state.present };
    setFaults(told);
    setPresent(state.present);
  }, [state, element, form, defaultValues]);

  // What was saved here comes back as the record's next look; until then the look before it holds.
  useEffect(() => {
    if (saved.current) seen.current = shown;
    saved.current = false;
  }, [shown]);

  function bodyOf(target: HTMLFormElement): FormData {
    const body = new FormData(target);
    if (seen.current) body.set("shown", JSON.stringify(partOf(target, seen.current)));
    setFaults({});
    return body;
  }

  return { faults, present, bodyOf };
}
