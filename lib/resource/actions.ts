"use server";

import { notFound } from "next/navigation";
import { organizationAction } from "@/lib/access/action-door";
import type { ActionState } from "@/lib/errors";
import { resources } from "@/lib/resources";
import type { Resource, Row } from "./declaration";

type Saved = ActionState<Row>;
type Removed = ActionState<{ id: string; name: string }>;

/** Bound to the name of a resource; which organization, and whether it is allowed, is the operation's to say. */
export async function createRecordAction(name: string, _: Saved, form: FormData): Promise<Saved> {
  const resource = resourceNamed(name);
  const { operations, path } = resource;
  return organizationAction(operations.create, form, {
    input: switchesIn(form, resource),
    after: ({ id }) => `${path}/${id}`,
  });
}

export async function updateRecordAction(name: string, _: Saved, form: FormData): Promise<Saved> {
  const resource = resourceNamed(name);
  const { operations, path } = resource;
  return organizationAction(operations.update, form, {
    input: switchesIn(form, resource),
    after: ({ id }) => `${path}/${id}`,
  });
}

export async function removeRecordAction(name: string, _: Removed, form: FormData): Promise<Removed> {
  return organizationAction(resourceNamed(name).operations.remove, form, {
    message: ({ name: removed }) => `${removed} is removed.`,
  });
}

/** The form shows every switch, so one that sends nothing is off. */
function switchesIn(form: FormData, { fields }: Resource): Record<string, boolean> {
  const shown = Object.entries(fields).filter(([, { kind, fixed }]) => kind === "flag" && !fixed);
  return Object.fromEntries(shown.map(([name]) => [name, form.get(name) === "true"]));
}

function resourceNamed(name: string) {
  return resources.find((each) => each.name === name) ?? notFound();
}
