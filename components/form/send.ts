import { proofKindOf } from "@/components/form/proof-kind";
import { proveHere } from "@/components/form/step-up";
import { toast } from "@/components/ui/toast";
import { type ActionState, idle } from "@/lib/errors";

type Action<Result> = (state: ActionState<Result>, form: FormData) => Promise<ActionState<Result>>;

/**
 * Sends an act of a row or a dialog: fields as a form, its outcome repeated in a toast. Where it wants a fresh proof of
 * who acts, that is asked for over the page and the same fields are sent again.
 */
export async function send<Result>(
  action: Action<Result>,
  fields: Record<string, string>,
): Promise<ActionState<Result>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  let state = await action(idle, form);
  if (state.status === "failed" && state.code === "confirm_password") {
    if (await proveHere(proofKindOf(state.reason))) state = await action(idle, form);
  }
  if (state.status === "done" && state.message) toast.done(state.message);
  return state;
}
