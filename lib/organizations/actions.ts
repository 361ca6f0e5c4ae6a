"use server";

import type { z } from "zod";
import { accountAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import type { founded } from "./founding";
import { setUpOrganization, suggestSlug } from "./operations";

export type Founded = z.infer<typeof founded>;
export type Suggestion = { slug: string; free: boolean };

export async function setUpOrganizationAction(_: ActionState<Founded>, form: FormData): Promise<ActionState<Founded>> {
  return accountAction(setUpOrganization, form, {
    message: ({ created }) =>
      created
        ? "Your organization is ready. Find it under My organizations."
        : "You set this organization up before. Find it under My organizations.",
  });
}

/** For the preview under the name; a form, so that the door checks its origin like every other. */
export async function suggestSlugAction(form: FormData): Promise<ActionState<Suggestion>> {
  return accountAction(suggestSlug, form);
}
