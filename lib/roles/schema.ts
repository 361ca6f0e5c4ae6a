import { z } from "zod";
import { type Permission, permissions } from "@/lib/access/permissions";
import { roleKeyInput } from "@/lib/members/schema";

const permission = z.enum(permissions as [Permission, ...Permission[]]); // the catalogue is not empty

const name = z.string().trim().min(2, "Give it a name of two letters or more.").max(60, "At most 60 letters.");
const description = z.string().trim().max(300, "At most 300 letters.").default("");

/** What a role is made of. A form sends lists as `permissions[]`, and nothing for an empty one. */
const content = {
  permissions: z.array(permission).max(permissions.length).default([]),
  inherits: z.array(roleKeyInput).max(20, "At most 20 roles.").default([]),
};

export const roleReference = z.strictObject({ key: roleKeyInput });
export const createRoleInput = z.strictObject({ name, description, ...content });
export const updateRoleInput = createRoleInput.extend({ key: roleKeyInput });
export const previewRoleInput = z.strictObject({ key: roleKeyInput, ...content });
export const deleteRoleInput = z.strictObject({
  key: roleKeyInput,
  replacement: z
    .string()
    .max(40)
    .transform((key) => (key === "" ? null : key))
    .nullable()
    .default(null),
});

/** A switch that is off sends nothing. */
export const ladderInput = z.strictObject({
  strict: z.preprocess((value) => value === true || value === "true", z.boolean()),
});

const verdict = z.union([
  z.object({ allowed: z.literal(true) }),
  z.object({ allowed: z.literal(false), reason: z.string(), message: z.string() }),
]);

/** A role: what it holds of its own, what it inherits, and all that follows (`held`). */
export const roleOutput = z.object({
  key: z.string(),
  /** The spelling of Karrio's and other clients, where there is one. */
  alias: z.string().nullable(),
  name: z.string(),
  description: z.string(),
  builtIn: z.boolean(),
  permissions: z.array(z.string()),
  inherits: z.array(z.string()),
  held: z.array(z.string()),
  members: z.number(),
  abilities: z.object({ change: verdict, copy: verdict }),
});

export type RoleView = z.output<typeof roleOutput>;

export const rolesOutput = z.object({
  data: z.array(roleOutput),
  /** What the acting person may give to others. */
  givable: z.array(z.string()),
  /** What the organization's plan takes from every role for now. */
  withheld: z.array(z.string()),
  strictLadder: z.boolean(),
});

/** What a change would do, before it is made. `members`: how many hold something else afterwards. */
export const impactOutput = z.object({
  gains: z.array(z.string()),
  losses: z.array(z.string()),
  roles: z.array(z.object({ key: z.string(), name: z.string() })),
  members: z.number(),
  names: z.array(z.string()),
});

export type RoleImpact = z.output<typeof impactOutput>;

export const deletedOutput = z.object({ key: z.string(), members: z.number() });
