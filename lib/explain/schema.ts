import { z } from "zod";
import { grantors, permissionInput } from "@/lib/access/grantors";
import type { Permission } from "@/lib/access/permissions";
import { idInput, idOutput } from "@/lib/ids";

const person = z.object({ id: z.uuid(), name: z.string() });

/** From what the database decides, as `guard.access_evidence` tells it. */
export const evidence = z.object({
  organization: z.string(),
  /** What the plan, and what was agreed beside it, takes away. */
  plan: z.object({ name: z.string(), withheld: z.array(z.string()), keys: z.boolean() }),
  member: z
    .object({
      id: z.uuid(),
      name: z.string(),
      status: z.enum(["active", "suspended"]),
      role: z.string(),
      flags: z.array(z.string()),
      roles: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          permissions: z.array(z.string()),
          inherits: z.array(z.string()),
        }),
      ),
      /** What the organization demands of a sign-in. */
      policy: z.object({
        networks: z.boolean(),
        /** Signed in here, and only from outside of them. */
        outside: z.boolean(),
        ways: z.array(z.string()).nullable(),
        issuers: z.array(z.string()).nullable(),
        /** Signed in here, and only in ways that do not count. */
        otherWay: z.boolean(),
        /** Of these one was a way that counts, by an identity that does not. */
        otherIdentity: z.boolean(),
        factor: z.boolean(),
        hasFactor: z.boolean(),
      }),
      /** Where rights on records hold, with the role in each; null: everywhere alike. The last may be records of none. */
      branches: z
        .array(z.object({ id: z.uuid().nullable(), name: z.string().nullable(), role: z.string() }))
        .nullable(),
      /** Permissions on records, which a branch may limit. */
      byBranch: z.array(z.string()),
      /** Permissions that open acts for people of all branches alone, each with the sentence that says so. */
      everywhere: z.record(z.string(), z.string()),
      loans: z.array(
        z.object({
          id: z.uuid(),
          from: person,
          permissions: z.array(z.string()),
          held: z.array(z.string()),
          begun: z.boolean(),
          startsAt: z.string(),
          endsAt: z.string(),
        }),
      ),
    })
    .nullable(),
  key: z
    .object({
      id: z.uuid(),
      label: z.string(),
      revoked: z.boolean(),
      expired: z.boolean(),
      bound: z.boolean(),
      permissions: z.array(z.string()),
    })
    .nullable(),
  live: z.array(z.string()),
});

export type Evidence = z.output<typeof evidence>;

/** A record as far as it decides anything. `shared`: of no branch, and everybody's who may view in any. */
export type RecordEvidence = {
  id: string;
  word: string;
  view: Permission;
  scope: "organization" | "branch" | "shared";
  branch: { id: string; name: string | null } | null;
};

/** People on the page that says who else sees a record. */
export const mostShown = 20;

export const explainInput = z.strictObject({
  /** May be left out where a record is named: to see it is meant then. */
  permission: permissionInput.optional(),
  /** The outside id of any record that the acting person sees. */
  record: z.string().max(64).optional(),
  member: idInput("mem").optional(),
  key: idInput("apk").optional(),
});

export const accessInput = z.strictObject({ member: idInput("mem").optional(), key: idInput("apk").optional() });

/** One link of a derivation: what it is about, whether it speaks for or against, and a sentence. */
const step = z.object({
  about: z.enum([
    "organization",
    "membership",
    "everybody",
    "role",
    "branch",
    "flag",
    "delegation",
    "policy",
    "plan",
    "key",
    "record",
  ]),
  speaks: z.enum(["for", "against", "neither"]),
  text: z.string(),
  /** Keys of roles from the member's own to the one that holds the permission. */
  roles: z.array(z.string()).optional(),
});

export type Step = z.input<typeof step>;

const subject = {
  member: z.object({ id: idOutput("mem"), name: z.string(), role: z.string() }).nullable(),
  key: z.object({ id: idOutput("apk"), label: z.string() }).nullable(),
};

export const explanation = z.object({
  ...subject,
  /** The record that it is about, with its branch. */
  record: z.object({ id: z.string(), word: z.string(), branch: z.string().nullable() }).nullable(),
  permission: z.string(),
  description: z.string(),
  allowed: z.boolean(),
  /** Why, in one sentence. */
  summary: z.string(),
  steps: z.array(step),
  /** Who can give it, where it is missing. */
  grantors: grantors.nullable(),
});

export type Explanation = z.output<typeof explanation>;

export const accessList = z.object({
  ...subject,
  data: z.array(
    z.object({ permission: z.string(), description: z.string(), allowed: z.boolean(), summary: z.string() }),
  ),
});

export type AccessList = z.output<typeof accessList>;
