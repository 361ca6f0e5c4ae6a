import { z } from "zod";
import { anyOf, listInput, searchInput } from "@/lib/access/list";
import { type Flag, flags } from "@/lib/access/permissions";
import { normalizeRoleKey } from "@/lib/access/roles";
import { verdict } from "@/lib/access/verdict";
import { idInput, idOutput } from "@/lib/ids";
import { outsideId } from "@/lib/outside-id";

export const memberId = z.strictObject({ id: idInput("mem") });

export const roleKeyInput = z
  .string()
  .min(1, "Choose a role.")
  .max(40)
  .transform((key) => normalizeRoleKey(key));

export const memberSorts = ["name", "role", "joined", "active"] as const;

export const listMembersInput = listInput({
  sorts: memberSorts,
  sort: "name",
  filters: {
    q: searchInput,
    role: anyOf(roleKeyInput),
    status: anyOf(z.enum(["active", "suspended"])),
    branch: anyOf(idInput("brn")),
  },
});

/** The list without its page length: an export has pages of its own. */
export const exportMembersInput = listMembersInput.omit({ limit: true });

export const exportedMember = z.object({
  id: idOutput("mem"),
  name: z.string(),
  email: z.string(),
  roleKey: z.string(),
  roleName: z.string(),
  flags: z.array(z.string()),
  status: z.enum(["active", "suspended"]),
  secondFactor: z.boolean(),
  origin: z.string(),
  joinedAt: z.date(),
  lastActiveAt: z.date().nullable(),
});

export type ListMembersInput = z.output<typeof listMembersInput>;

const flagNames = Object.keys(flags) as [Flag, ...Flag[]]; // the keys of a constant that has eight

export const setRoleInput = memberId.extend({ role: roleKeyInput });
export const setFlagsInput = memberId.extend({ flags: z.array(z.enum(flagNames)).max(8).default([]) });

/** A member as others may see it. `abilities` says what the acting person may do with it, and else why not. */
export const memberOutput = z.object({
  id: idOutput("mem"),
  name: z.string(),
  email: z.string(),
  roleKey: z.string(),
  roleName: z.string(),
  flags: z.array(z.string()),
  status: z.enum(["active", "suspended"]),
  secondFactor: z.boolean(),
  origin: z.string(),
  joinedAt: z.date(),
  lastActiveAt: z.date().nullable(),
  /** Of all branches; `branches` are then those with a role of their own. Branches of others are left out. */
  everywhere: z.boolean(),
  branches: z.array(z.object({ id: idOutput("brn"), name: z.string() })),
  self: z.boolean(),
  abilities: z.object({ setRole: verdict, setFlags: verdict, suspend: verdict, restore: verdict, remove: verdict }),
});

export type MemberView = z.output<typeof memberOutput>;

export const memberDetailOutput = memberOutput.extend({
  invitedBy: z.object({ id: idOutput("mem"), name: z.string() }).nullable(),
});

export type MemberDetail = z.output<typeof memberDetailOutput>;

export const removedOutput = z.object({ id: idOutput("mem"), name: z.string() });

/** A role to choose from. `givable`: at or below the acting person's own rights. */
export const roleChoiceOutput = z.object({
  key: z.string(),
  name: z.string(),
  description: z.string(),
  givable: z.boolean(),
  isDefault: z.boolean(),
});

export type RoleChoice = z.output<typeof roleChoiceOutput>;

export const activityOutput = z.object({
  id: z.string(),
  at: z.date(),
  operation: z.string(),
  recordType: z.string(),
  action: z.string(),
  actorLabel: z.string().nullable(),
  /** What happened, in words. */
  title: z.string(),
  byMember: z.boolean(),
});

export type Activity = z.output<typeof activityOutput>;

export const peopleCountsOutput = z.object({
  members: z.number().nullable(),
  invitations: z.number().nullable(),
  requests: z.number().nullable(),
});

export type PeopleCounts = z.output<typeof peopleCountsOutput>;

/** A session on the organization's own host. */
export const memberSessionOutput = z.object({
  id: outsideId("ses"),
  current: z.boolean(),
  method: z.string(),
  device: z.string(),
  address: z.string().nullable(),
  createdAt: z.date(),
  lastUsedAt: z.date(),
});

export type MemberSession = z.output<typeof memberSessionOutput>;

export const memberSignInOutput = z.object({ ways: z.array(z.string()), sessions: z.array(memberSessionOutput) });

export type MemberSignIn = z.output<typeof memberSignInOutput>;

export const endSessionInput = memberId.extend({ session: outsideId("ses") });
