import { z } from "zod";
import { line } from "@/lib/accounts/schema";
import { isValidSlug } from "@/lib/hosts";
import { idInput, idOutput } from "@/lib/ids";
import { roleKeyInput } from "@/lib/members/schema";
import type { Figure } from "./choices";
import { figures } from "./choices";

const moment = z.coerce.date();
const figureNames = Object.keys(figures) as [Figure, ...Figure[]]; // the keys of a constant that has five
const figure = z.enum(figureNames);

export const groupRequestInput = z.strictObject({
  slug: z
    .string()
    .trim()
    .toLowerCase()
    .refine((slug) => isValidSlug(slug), "The address of an organization: letters, digits and hyphens."),
  note: line(300, 0).default(""),
});

const unique = <Item>(items: Item[]) => [...new Set(items)];

/** What the child agrees to. */
const shared = {
  figures: z.array(figure).max(10).default([]).transform(unique),
  roles: z.array(roleKeyInput).max(40).default([]).transform(unique),
};

export const linkReference = z.strictObject({ id: idInput("grp") });
export const acceptInput = linkReference.extend(shared);
export const shareInput = z.strictObject(shared);

export const assignInput = z.strictObject({
  members: z.array(idInput("mem")).min(1, "Choose somebody.").max(50).transform(unique),
  targets: z
    .array(z.strictObject({ id: idInput("grp"), role: roleKeyInput }))
    .min(1, "Choose an organization.")
    .max(50),
});

const role = z.object({ key: z.string(), name: z.string() });

const asked = z.object({ id: idOutput("grp"), slug: z.string(), note: z.string(), by: z.string(), at: moment });

export const group = z.object({
  parent: z
    .object({
      id: idOutput("grp"),
      name: z.string(),
      slug: z.string(),
      figures: z.array(figure),
      roles: z.array(role),
      since: moment,
      accepted_by: z.string(),
    })
    .nullable(),
  asked_us: z.array(asked.extend({ name: z.string() })),
  asked: z.array(asked),
  children: z.array(
    z.object({
      id: idOutput("grp"),
      name: z.string(),
      slug: z.string(),
      state: z.enum(["active", "suspended"]),
      since: moment,
      roles: z.array(role),
      /** Only what the child agreed to. */
      figures: z.partialRecord(figure, z.number()),
    }),
  ),
});

export type Group = z.output<typeof group>;
export type GroupChild = Group["children"][number];

export const assignFaults = ["not_in_group", "not_active", "role_not_agreed", "role_grew", "above_own_rights"] as const;

export const assigned = z.object({
  /** All of it happened, or nothing. */
  done: z.boolean(),
  results: z.array(
    z.object({
      id: idOutput("grp"),
      fault: z.enum(assignFaults).nullable(),
      joined: z.number(),
      already: z.number(),
    }),
  ),
});

export const assignments = z.array(
  z.object({ member: idOutput("mem"), id: idOutput("grp"), name: z.string(), role: z.string() }),
);

export type Assignment = z.output<typeof assignments>[number];

export const takeBackInput = z.strictObject({
  member: idInput("mem"),
  links: z.array(idInput("grp")).min(1, "Choose an organization.").max(50).transform(unique),
});

export const takeBackFaults = [
  "not_in_group",
  "not_active",
  "not_assigned",
  "is_owner",
  "holds_more",
  "above_own_rights",
] as const;

export const takenBack = z.object({
  /** All of it happened, or nothing. */
  done: z.boolean(),
  results: z.array(z.object({ id: idOutput("grp"), fault: z.enum(takeBackFaults).nullable() })),
});

export type TakenBack = z.output<typeof takenBack>;

export type Assigned = z.output<typeof assigned>;
