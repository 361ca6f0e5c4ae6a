import { asc, eq } from "drizzle-orm";
import { z } from "zod";
import { branches } from "@/db/schema/branches";
import { defineOperation } from "@/lib/access/operation";
import { normalizeRoleKey } from "@/lib/access/roles";
import { BerthError } from "@/lib/errors";
import { idInput, idOutput } from "@/lib/ids";
import { branchesRepository } from "./repository";
import { archivePreview, branchChoice, branchTree, placement } from "./schema";

const common = { scope: "organization" } as const;
const branchId = z.strictObject({ id: idInput("brn") });
const optionalId = (prefix: string) => z.union([z.literal("").transform(() => null), idInput(prefix)]).nullable();

export const listBranchChoices = defineOperation({
  ...common,
  name: "branches.choices",
  permission: "organization.view",
  access: "read",
  summary: "List your branches, to choose from",
  input: z.strictObject({}),
  output: z.array(branchChoice.extend({ id: idOutput("brn") })),
  rest: { method: "get", path: "/branches/choices" },
  run: ({ db }) =>
    db.query
      .select({ id: branches.id, name: branches.name, code: branches.code, archived: branches.archived })
      .from(branches)
      .where(eq(branches.organizationId, db.organizationId))
      .orderBy(asc(branches.name), asc(branches.id))
      .limit(500),
});

export const viewBranchTree = defineOperation({
  ...common,
  name: "branches.tree",
  permission: "branches.view",
  access: "read",
  summary: "See the branches with place, manager and members",
  input: z.strictObject({}),
  output: branchTree,
  rest: { method: "get", path: "/branches/tree" },
  asksOnce: true,
  run: async ({ db }) => {
    const repository = branchesRepository(db);
    const [rows, members, everywhere] = await Promise.all([
      repository.all(),
      repository.members(),
      repository.everywhere(),
    ]);
    return {
      branches: rows.map(({ branch, manager }) => ({
        ...branch,
        manager,
        place: [branch.street, branch.city, branch.country].filter(Boolean).join(", ") || null,
        members: members.get(branch.id) ?? 0,
      })),
      everywhere,
      limited: db.limited,
    };
  },
});

export const findPlacement = defineOperation({
  ...common,
  name: "members.branches",
  permission: "members.view",
  access: "read",
  summary: "See the branches of a member",
  input: z.strictObject({ id: idInput("mem") }),
  output: placement,
  rest: { method: "get", path: "/members/{id}/branches" },
  run: ({ db, input }) => branchesRepository(db).placement(input.id),
});

/** `role`: takes the place of the member's role in that branch and all below it. */
const given = z.strictObject({
  branch: idInput("brn"),
  role: z
    .string()
    .max(40)
    .transform((key) => (key === "" ? null : normalizeRoleKey(key)))
    .nullable()
    .optional(),
});

export const setMemberBranches = defineOperation({
  ...common,
  name: "members.set_branches",
  permission: "branches.manage",
  access: "write",
  summary: "Say which branches a member is of, and with which role where it differs",
  fresh: true,
  input: z.strictObject({
    id: idInput("mem"),
    everywhere: z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]),
    branches: z.array(given).max(500).default([]),
  }),
  output: placement,
  rest: { method: "put", path: "/members/{id}/branches" },
  run: async ({ db, input }) => {
    const repository = branchesRepository(db);
    const wanted = input.branches.map(({ branch, role }) => ({ branch, role: role ?? null }));
    await repository.place(input.id, input.everywhere, wanted);
    return repository.placement(input.id);
  },
});

export const previewArchive = defineOperation({
  ...common,
  name: "branches.preview_archive",
  permission: "branches.manage",
  access: "read",
  summary: "See what archiving a branch would move",
  input: branchId,
  output: archivePreview,
  rest: { method: "get", path: "/branches/{id}/archive" },
  run: async ({ db, input: { id } }) => {
    const repository = branchesRepository(db);
    await repository.find(id);
    const [shipments, orders, assets, customers, members, below] = await Promise.all([
      repository.countIn(id, "shipments"),
      repository.countIn(id, "orders"),
      repository.countIn(id, "assets"),
      repository.countIn(id, "customers"),
      repository.membersIn(id),
      repository.below(id),
    ]);
    return { shipments, orders, assets, customers, members, below: below.map(({ name }) => name) };
  },
});

export const archiveBranch = defineOperation({
  ...common,
  name: "branches.archive",
  permission: "branches.manage",
  access: "write",
  summary: "Archive a branch; its records and members go to another one",
  input: branchId.extend({ into: optionalId("brn").optional() }),
  output: branchChoice.extend({ id: idOutput("brn") }),
  rest: { method: "post", path: "/branches/{id}/archive", status: 200 },
  run: async ({ db, input }) => {
    const repository = branchesRepository(db);
    await repository.archive(input.id, input.into ?? null);
    return repository.find(input.id);
  },
});

export const restoreBranch = defineOperation({
  ...common,
  name: "branches.restore",
  permission: "branches.manage",
  access: "write",
  summary: "Open an archived branch again",
  input: branchId,
  output: branchChoice.extend({ id: idOutput("brn") }),
  rest: { method: "post", path: "/branches/{id}/restore", status: 200 },
  run: async ({ db, input }) => {
    const repository = branchesRepository(db);
    await repository.restore(input.id);
    return repository.find(input.id);
  },
});

export const chooseBranch = defineOperation({
  name: "branches.choose",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "Choose the branch that your lists show; empty: all",
  input: z.strictObject({ branch: z.union([z.literal("").transform(() => null), idInput("brn")]) }),
  output: z.object({ membershipId: idOutput("mem"), branch: idOutput("brn").nullable() }),
  run: async ({ db, actor, input }) => {
    if (actor.membershipId === null)
      throw new BerthError("forbidden", "A key has no lists.", { reason: "members_only" });
    const branch = input.branch ? (await branchesRepository(db).find(input.branch)).id : null;
    return { membershipId: actor.membershipId, branch };
  },
});
