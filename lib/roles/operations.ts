import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { defineOperation } from "@/lib/access/operation";
import type { Permission } from "@/lib/access/permissions";
import { roleAlias } from "@/lib/access/roles";
import type { Verdict } from "@/lib/access/verdict";
import { BerthError } from "@/lib/errors";
import { closeRoles } from "@/lib/members/roles";
import { type Reach, rolesRepository } from "./repository";
import { affected, type Change, changeRoleVerdict, circle, copyRoleVerdict, differences } from "./rules";
import * as shape from "./schema";

type Rows = Awaited<ReturnType<ReturnType<typeof rolesRepository>["rows"]>>;
type Holder = { has(permission: Permission): boolean };

export const listRoles = defineOperation({
  name: "roles.list",
  scope: "organization",
  permission: "roles.view",
  access: "read",
  summary: "List the roles with what each holds, of its own and inherited",
  input: z.strictObject({}),
  output: shape.rolesOutput,
  rest: { method: "get", path: "/roles" },
  asksOnce: true,
  run: async ({ db, actor }) => {
    const roles = rolesRepository(db);
    const [rows, reach, strictLadder] = await Promise.all([roles.rows(), roles.reach(), roles.strictLadder()]);
    const { givable, withheld } = reach;
    return { data: present(rows, actor.rights, reach), givable: [...givable], withheld, strictLadder };
  },
});

export const findRole = defineOperation({
  name: "roles.find",
  scope: "organization",
  permission: "roles.view",
  access: "read",
  summary: "Get a role",
  input: shape.roleReference,
  output: shape.roleOutput,
  rest: { method: "get", path: "/roles/{key}" },
  asksOnce: true,
  run: async ({ db, actor, input }) => {
    const roles = rolesRepository(db);
    const [rows, reach] = await Promise.all([roles.rows(), roles.reach()]);
    return one(rows, input.key, actor.rights, reach);
  },
});

const changes = {
  shownBy: findRole,
  lock: (db: Database, { key }: { key: string }) => rolesRepository(db).lock(key),
};

export const createRole = defineOperation({
  name: "roles.create",
  scope: "organization",
  permission: "roles.manage",
  access: "write",
  summary: "Make a role of your own",
  fresh: true,
  input: shape.createRoleInput,
  output: shape.roleOutput,
  rest: { method: "post", path: "/roles", status: 201 },
  run: async ({ db, actor, input }) => {
    const roles = rolesRepository(db);
    const [rows, reach] = await Promise.all([roles.rows(), roles.reach()]);
    requireOwnName(rows, input.name);
    const key = freeKey(input.name, rows);
    requireRoles(rows, { key, ...input });
    await roles.create(key, unrepeated(input));
    return one(await roles.rows(), key, actor.rights, reach);
  },
});

export const updateRole = defineOperation({
  name: "roles.update",
  scope: "organization",
  permission: "roles.manage",
  access: "write",
  summary: "Change a role, for all of its members at once",
  fresh: true,
  input: shape.updateRoleInput,
  output: shape.roleOutput,
  rest: { method: "put", path: "/roles/{key}" },
  changes,
  run: async ({ db, actor, input }) => {
    const roles = rolesRepository(db);
    const [rows, reach] = await Promise.all([roles.rows(), roles.reach()]);
    requireChange(one(rows, input.key, actor.rights, reach));
    requireOwnName(rows, input.name, input.key);
    requireRoles(rows, input);
    await roles.update(input.key, unrepeated(input));
    return one(await roles.rows(), input.key, actor.rights, reach);
  },
});

export const previewRole = defineOperation({
  name: "roles.preview",
  scope: "organization",
  permission: "roles.manage",
  access: "read",
  summary: "See what a change of a role would do, and for whom, without making it",
  input: shape.previewRoleInput,
  output: shape.impactOutput,
  rest: { method: "post", path: "/roles/{key}/preview", status: 200 },
  run: async ({ db, actor, input }) => {
    const roles = rolesRepository(db);
    const [rows, reach] = await Promise.all([roles.rows(), roles.reach()]);
    requireChange(one(rows, input.key, actor.rights, reach));
    requireRoles(rows, input);
    const changed = differences(rows, input);
    const holders = changed.size > 0 ? await roles.holders([...changed.keys()]) : [];
    const named = rows.filter(({ key }) => key !== input.key && changed.has(key));
    const own = changed.get(input.key) ?? { gains: [], losses: [] };
    return { ...own, roles: named, ...affected(holders, changed, reach.withheld) };
  },
});

export const deleteRole = defineOperation({
  name: "roles.delete",
  scope: "organization",
  permission: "roles.manage",
  access: "write",
  summary: "Delete a role; its members get another one",
  fresh: true,
  input: shape.deleteRoleInput,
  output: shape.deletedOutput,
  rest: { method: "delete", path: "/roles/{key}" },
  changes,
  run: async ({ db, input }) => ({
    key: input.key,
    members: await rolesRepository(db).remove(input.key, input.replacement),
  }),
});

export const setLadder = defineOperation({
  name: "roles.set_ladder",
  scope: "organization",
  permission: "roles.manage",
  access: "write",
  summary: "Switch the strict ladder: each level holds all of the level below",
  input: shape.ladderInput,
  output: shape.ladderInput,
  rest: { method: "put", path: "/role-ladder" },
  run: async ({ db, input }) => {
    await rolesRepository(db).setStrictLadder(input.strict);
    return input;
  },
});

function present(rows: Rows, rights: Holder, { givable }: Reach) {
  const closed = closeRoles(rows);
  return rows.map((row) => {
    const held = closed.get(row.key)?.permissions ?? [];
    const change = changeRoleVerdict(rights, givable, { builtIn: row.builtIn, permissions: held });
    return { ...row, alias: roleAlias(row.key), held, abilities: { change, copy: copyRoleVerdict(rights) } };
  });
}

function one(rows: Rows, key: string, rights: Holder, reach: Reach) {
  const role = present(rows, rights, reach).find((each) => each.key === key);
  if (!role) throw new BerthError("not_found", "There is no such role.", { reason: "role_unknown" });
  return role;
}

function requireChange({ abilities: { change } }: ReturnType<typeof one>): void {
  if (!change.allowed) throw refusal(change);
}

function requireOwnName(rows: Rows, name: string, key?: string): void {
  const taken = rows.some((row) => row.key !== key && row.name.toLowerCase() === name.toLowerCase());
  if (taken) throw fault("name", "Another role has this name.", "name_taken");
}

function requireRoles(rows: Rows, change: Change): void {
  const unknown = change.inherits.find((key) => !rows.some((row) => row.key === key));
  if (unknown !== undefined) throw fault("inherits", "There is no such role.", "role_unknown");
  const back = circle(closeRoles(rows), rows, change);
  if (back) throw fault("inherits", `${back} inherits from this role already. That would be a circle.`, "role_circle");
}

function fault(field: string, message: string, reason: string): BerthError {
  return new BerthError("invalid", message, { reason, fields: { [field]: [message] } });
}

function refusal({ reason, message, permission }: Extract<Verdict, { allowed: false }>): BerthError {
  return new BerthError(reason === "built_in" ? "invalid" : "forbidden", message, {
    reason,
    ...(permission && { permission }),
  });
}

function unrepeated<Content extends { permissions: string[]; inherits: string[] }>(content: Content): Content {
  return { ...content, permissions: [...new Set(content.permissions)], inherits: [...new Set(content.inherits)] };
}

/** A key from the name, as addresses and the API spell the role from then on. */
function freeKey(name: string, rows: Rows): string {
  const plain = name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[_0-9]+|_+$/g, "");
  const base = plain.length >= 2 ? plain.slice(0, 34) : `role_${plain}`.slice(0, 34).replace(/_$/, "");
  const taken = new Set(rows.map(({ key }) => key));
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}_${number}`;
    if (!taken.has(key)) return key;
  }
}
