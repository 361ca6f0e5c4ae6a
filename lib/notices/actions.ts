"use server";

import { organizationAction } from "@/lib/access/action-door";
import { markAllNoticesRead } from "./operations";

/** The organization is bound where the bell was rendered; the door compares it with this host's. */
export async function markAllNoticesReadAction(organizationId: string, form: FormData): Promise<void> {
  form.set("organization", String(organizationId));
  await organizationAction(markAllNoticesRead, form);
}
