import type { ActionState } from "@/lib/errors";

/** A verb of a record beyond edit and remove. The one that does not ask is the next step. */
export type RecordVerb = {
  label: string;
  action: (state: ActionState<unknown>, form: FormData) => Promise<ActionState<unknown>>;
  asks?: { title: string; text: string; keep: string };
};
