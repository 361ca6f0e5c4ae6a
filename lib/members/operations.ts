import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "@/lib/access/database";
import { newestInput, page } from "@/lib/access/list";
import { missingPermission } from "@/lib/access/missing-permission";
import { defineOperation } from "@/lib/access/operation";
import { flags } from "@/lib/access/permissions";
import { requireVerdict } from "@/lib/access/verdict";
import { entryWords } from "@/lib/audit/words";
import { exportPage, recordExport } from "@/lib/csv/record";
import { BerthError } from "@/lib/errors";
import { changeMember, requireAllowed } from "./change";
import { factsOf, presenter, presentMember } from "./present";
import { membersRepository } from "./repository";
import { loadRoles } from "./roles";
import {
  newRoleVerdict,
  removeVerdict,
  restoreVerdict,
  setFlagsVerdict,
  setRoleVerdict,
  suspendVerdict,
} from "./rules";
import {
  activityOutput,
  exportedMember,
  exportMembersInput,
  listMembersInput,
  memberDetailOutput,
  memberId,
  memberOutput,
  peopleCountsOutput,
  removedOutput,
  roleChoiceOutput,
  setFlagsInput,
  setRoleInput,
} from "./schema";

export const listMembers = defineOperation({
  name: "members.list",
  scope: "organization",
  permission: "members.view",
  access: "read",
  summary: "List members",
  input: listMembersInput,
  output: page(memberOutput),
  rest: { method: "get", path: "/members" },
  asksOnce: true,
  run: async ({ db, actor, input }) => {
    const [roles, { members, next_cursor }] = await Promise.all([loadRoles(db), membersRepository(db).list(input)]);
    return { data: members.map(presenter(actor, roles)), next_cursor };
  },
});

export const exportMembers = defineOperation({
  name: "members.export",
  scope: "organization",
  permission: "data.export",
  access: "write",
  summary: "Export the list of members, page by page",
  input: exportMembersInput,
  output: page(exportedMember),
  run: async ({ db, input }) => {
    const { cursor, ...filters } = input;
    if (cursor === undefined) await recordExport(db, "memberships", filters);
    const roles = await loadRoles(db);
    const { members, next_cursor } = await membersRepository(db).list({ ...input, limit: exportPage });
    return {
      data: members.map((member) => ({ ...member, roleName: roles.get(member.roleKey)?.name ?? member.roleKey })),
      next_cursor,
    };
  },
});

export const findMember = defineOperation({
  name: "members.find",
  scope: "organization",
  permission: "members.view",
  access: "read",
  summary: "Get a member",
  input: memberId,
  output: memberDetailOutput,
  rest: { method: "get", path: "/members/{id}" },
  passing: ["lastActiveAt"],
  run: async ({ db, actor, input }) => {
    const members = membersRepository(db);
    const [member, roles] = await Promise.all([members.find(input.id), loadRoles(db)]);
    const invitedBy = await members.findOptional(member.invitedBy);
    return { ...presentMember(member, actor, roles), invitedBy };
  },
});

const changes = {
  shownBy: findMember,
  lock: (db: Database, { id }: { id: string }) => membersRepository(db).findForUpdate(id),
};

export const setMemberRole = defineOperation({
  name: "members.set_role",
  scope: "organization",
  permission: "members.set_role",
  access: "write",
  summary: "Change a member's role",
  fresh: true,
  input: setRoleInput,
  output: memberOutput,
  rest: { method: "patch", path: "/members/{id}" },
  changes,
  run: async ({ db, actor, input }) => {
    const role = (await loadRoles(db)).get(input.role);
    if (!role)
      throw new BerthError("invalid", "There is no such role.", {
        reason: "role_unknown",
        fields: { role: ["There is no such role."] },
      });
    requireAllowed(newRoleVerdict(actor, role));
    return changeMember({ db, actor, id: input.id, rule: setRoleVerdict, values: { roleKey: role.key } });
  },
});

export const setMemberFlags = defineOperation({
  name: "members.set_flags",
  scope: "organization",
  permission: "members.set_flags",
  access: "write",
  summary: "Switch a member's permission flags",
  input: setFlagsInput,
  output: memberOutput,
  rest: { method: "put", path: "/members/{id}/flags" },
  changes,
  run: ({ db, actor, input }) => {
    const above = input.flags.flatMap((flag) => [...flags[flag]]).find((permission) => !actor.rights.has(permission));
    if (above)
      throw new BerthError("forbidden", "You cannot give more than you hold yourself.", {
        reason: "above_own_rights",
        permission: above,
      });
    return changeMember({
      db,
      actor,
      id: input.id,
      rule: setFlagsVerdict,
      values: { flags: [...new Set(input.flags)].sort() },
    });
  },
});

export const suspendMember = defineOperation({
  name: "members.suspend",
  scope: "organization",
  permission: "members.manage",
  access: "write",
  summary: "Suspend a member, with effect on the next request",
  input: memberId,
  output: memberOutput,
  rest: { method: "post", path: "/members/{id}/suspend", status: 200 },
  changes,
  run: ({ db, actor, input }) =>
    changeMember({ db, actor, id: input.id, rule: suspendVerdict, values: { status: "suspended" } }),
});

export const restoreMember = defineOperation({
  name: "members.restore",
  scope: "organization",
  permission: "members.manage",
  access: "write",
  summary: "Restore a suspended member",
  fresh: true,
  input: memberId,
  output: memberOutput,
  rest: { method: "post", path: "/members/{id}/restore", status: 200 },
  changes,
  run: ({ db, actor, input }) =>
    changeMember({ db, actor, id: input.id, rule: restoreVerdict, values: { status: "active" } }),
});

export const removeMember = defineOperation({
  name: "members.remove",
  scope: "organization",
  permission: "members.manage",
  access: "write",
  summary: "Remove a member",
  input: memberId,
  output: removedOutput,
  rest: { method: "delete", path: "/members/{id}" },
  changes,
  run: async ({ db, actor, input }) => {
    const members = membersRepository(db);
    const member = await members.findForUpdate(input.id);
    requireAllowed(removeVerdict(actor, factsOf(member, await loadRoles(db))));
    await members.remove(member.id);
    return { id: member.id, name: member.name };
  },
});

export const listMemberActivity = defineOperation({
  name: "members.activity",
  scope: "organization",
  permission: "activity.view",
  access: "read",
  summary: "See in words what a member did last, and what was changed about them",
  input: newestInput(20, { id: memberId.shape.id }),
  output: page(activityOutput),
  rest: { method: "get", path: "/members/{id}/activity" },
  run: async ({ db, actor, input }) => {
    if (!actor.rights.has("members.view")) requireVerdict(missingPermission("members.view"));
    const members = membersRepository(db);
    const member = await members.find(input.id);
    const { data, next_cursor } = await members.listActivity(member, input);
    const entries = data.map((entry) => ({
      ...entry,
      id: String(entry.id),
      title: entryWords({ ...entry, record_type: entry.recordType }),
      byMember: entry.actorUserId === member.userId,
    }));
    return { data: entries, next_cursor };
  },
});

export const countPeople = defineOperation({
  name: "members.count",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "Count members, open invitations and pending requests, each where it may be seen",
  input: z.strictObject({}),
  output: peopleCountsOutput,
  asksOnce: true,
  rest: { method: "get", path: "/members/count" },
  run: async ({ db, actor }) => {
    const repository = membersRepository(db);
    const [members, invitations, requests] = await Promise.all([
      actor.rights.has("members.view") ? repository.count() : null,
      db.call(sql`guard.count_invitations()`, z.number().nullable()),
      actor.rights.has("registrations.view") ? repository.countRequests() : null,
    ]);
    return { members, invitations, requests };
  },
});

export const listRoleChoices = defineOperation({
  name: "members.role_choices",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "List the roles that a member can have, and which of them the acting person may give",
  input: z.strictObject({}),
  output: z.array(roleChoiceOutput),
  asksOnce: true,
  rest: { method: "get", path: "/members/role-choices" },
  run: async ({ db, actor }) => {
    const [roles, preset] = await Promise.all([loadRoles(db), membersRepository(db).defaultRole()]);
    return [...roles.values()].map((role) => ({
      key: role.key,
      name: role.name,
      description: role.description,
      givable: newRoleVerdict(actor, role).allowed,
      isDefault: role.key === preset,
    }));
  },
});
