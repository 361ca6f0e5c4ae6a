"use server";

import { consoleAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import {
  archivePlan,
  beginWithPlan,
  changePlan,
  createPlan,
  previewPlan,
  restorePlan,
  setOrganizationPlan,
} from "./console-operations";
import type { PlanEffect } from "./schema";

type State = ActionState<object>;

export async function previewPlanAction(_: ActionState<PlanEffect>, form: FormData): Promise<ActionState<PlanEffect>> {
  return consoleAction(previewPlan, form);
}

export async function previewNewPlanAction(
  _: ActionState<PlanEffect>,
  form: FormData,
): Promise<ActionState<PlanEffect>> {
  form.set("isNew", "true");
  return consoleAction(previewPlan, form);
}

export async function createPlanAction(_: State, form: FormData): Promise<State> {
  return consoleAction(createPlan, form);
}

export async function changePlanAction(_: State, form: FormData): Promise<State> {
  return consoleAction(changePlan, form);
}

export async function archivePlanAction(_: State, form: FormData): Promise<State> {
  return consoleAction(archivePlan, form);
}

export async function restorePlanAction(_: State, form: FormData): Promise<State> {
  return consoleAction(restorePlan, form);
}

export async function beginWithPlanAction(_: State, form: FormData): Promise<State> {
  return consoleAction(beginWithPlan, form);
}

export async function setOrganizationPlanAction(_: State, form: FormData): Promise<State> {
  return consoleAction(setOrganizationPlan, form, {
    message: () => "Saved. It holds from the next request on.",
  });
}
