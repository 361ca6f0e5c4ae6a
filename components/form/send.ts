import { proofKindOf } from "@/components/form/proof-kind";
import { proveHere } from "@/components/form/step-up";
import { toast } from "@/components/ui/toast";
import { type ActionState, idle } from "@/lib/errors";

type Action<Result> = (state: ActionState<Result>, form: FormData) => Promise<ActionState<Result>>;

/** Sends a form. Where its act wants a fresh proof of who acts, that is asked for over the page and it is sent again. */
export async function sendForm<Result>(action: Action<Result>, form: FormData): Promise<ActionState<Result>> {
  const state = await action(idle, form);
  if (state.status !== "failed" || state.code !== "confirm_password") return state;
  return (await proveHere(proofKindOf(state.reason))) ? action(idle, form) : state;
}

/** Sends an act of a row or a dialog: fields as a form, its outcome repeated in a toast. */
export async function send<Result>(
  action: Action<Result>,
  fields: Record<string, string>,
): Promise<ActionState<Result>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const state = await sendForm(action, form);
  if (state.status === "done" && state.message) toast.done(state.message);
  return state;
}
