"use server";

import { organizationAction } from "@/lib/access/action-door";
import { dismissStep } from "./operations";

export async function dismissStepAction(form: FormData): Promise<void> {
  await organizationAction(dismissStep, form);
}
