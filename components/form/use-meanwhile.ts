import { type RefObject, useEffect, useRef, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { meanwhileText, partOf, plainText, type ShownRecord, saidBy } from "@/components/form/shown-record";
import type { ActionState } from "@/lib/errors";

type Asked = {
  shown: ShownRecord | undefined;
  state: ActionState<unknown>;
  element: RefObject<HTMLFormElement | null>;
  form: UseFormReturn<FieldValues>;
};

const none: ShownRecord = {};

/**
 * Two people who edit the same: what the form was drawn with goes along, and where it no longer stands so, fields that
 * nobody touched here follow what the other one chose, and the others say so.
 */
export function useMeanwhile({ shown, state, element, form }: Asked) {
  const seen = useRef(shown);
  const saved = useRef(false);
  const untouched = useRef<Record<string, string | boolean>>({});
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [present, setPresent] = useState<ShownRecord>(none);

  useEffect(() => {
    const target = element.current;
    if (!target) return;
    if (state.status !== "failed") {
      saved.current = state.status === "done";
      untouched.current = saidBy(target);
      setPresent(none);
      return;
    }
    if (!state.present) return;
    const told: Record<string, string> = {};
    for (const [name, value] of Object.entries(state.present)) {
      const [before, now] = [plainText(seen.current?.[name]), plainText(value)];
      const asIs = before !== undefined && before === untouched.current[name] && typeof before === typeof now;
      if (asIs && now !== undefined && saidBy(target)[name] === before) {
        form.setValue(name, now);
        untouched.current[name] = now;
      }
      if (!asIs || saidBy(target)[name] !== now) told[name] = meanwhileText(asIs ? now : undefined);
    }
    seen.current = { ...seen.current, ...state.present };
    setFaults(told);
    setPresent(state.present);
  }, [state, element, form]);

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
