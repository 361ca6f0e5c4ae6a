"use server";

import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import * as operations from "./operations";

type State = ActionState<object>;

export async function updateLookAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.updateLook, form, { message: () => "Saved." });
}

export async function replaceLogoAction(_: State, form: FormData): Promise<State> {
  const file = form.get("image");
  const image = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  return organizationAction(operations.replaceLogo, form, {
    input: { image },
    message: () => (form.get("theme") === "dark" ? "Your dark logo is in place." : "Your logo is in place."),
  });
}

export async function removeLogoAction(_: State, form: FormData): Promise<State> {
  return organizationAction(operations.removeLogo, form, { message: () => "Removed." });
}

export async function setVisibilityAction(_: State, form: FormData): Promise<State> {
  const shown = form.get("publicly_visible") === "true";
  return organizationAction(operations.setVisibility, form, {
    message: () => (shown ? "Strangers see name, logo and colour now." : "Strangers see nothing of you now."),
  });
}
