import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { asFound, textArray } from "@/lib/console/paging";
import { idInput, idOutput } from "@/lib/ids";
import {
  acceptInput,
  assigned,
  assignInput,
  assignments,
  group,
  groupRequestInput,
  linkReference,
  shareInput,
  takeBackInput,
  takenBack,
} from "./schema";

const agreement = { scope: "organization", permission: "settings.manage", access: "write" } as const;
const nothing = z.object({});

export const viewGroup = defineOperation({
  name: "group.view",
  scope: "organization",
  permission: "settings.view",
  access: "read",
  summary: "See the group: its head, what is shared, and the organizations below with their figures",
  input: z.strictObject({}),
  output: group,
  rest: { method: "get", path: "/group" },
  run: ({ db }) => db.call(sql`guard.my_group()`, asFound(group)),
});

export const requestGroup = defineOperation({
  ...agreement,
  name: "group.request",
  summary: "Ask an organization to join your group",
  input: groupRequestInput,
  output: z.object({ id: idOutput("grp"), slug: z.string() }),
  rest: { method: "post", path: "/group/requests", status: 201 },
  limits: [{ by: "organization", points: 60, seconds: 86_400 }],
  run: async ({ db, input }) => ({
    id: await db.call(sql`guard.request_group(${input.slug}, ${input.note})`, z.uuid()),
    slug: input.slug,
  }),
});

export const acceptGroup = defineOperation({
  ...agreement,
  name: "group.accept",
  summary: "Join a group, sharing these figures and letting its head give these roles",
  fresh: true,
  input: acceptInput,
  output: nothing,
  rest: { method: "post", path: "/group/requests/{id}/accept", status: 200 },
  run: async ({ db, input }) => {
    await db.call(
      sql`guard.accept_group(${input.id}, ${textArray(input.figures)}, ${textArray(input.roles)})`,
      z.unknown(),
    );
    return {};
  },
});

export const shareWithGroup = defineOperation({
  ...agreement,
  name: "group.share",
  summary: "Change what your group's head reads and which roles it may give",
  fresh: true,
  input: shareInput,
  output: nothing,
  rest: { method: "put", path: "/group/shares" },
  run: async ({ db, input }) => {
    await db.call(sql`guard.share_with_group(${textArray(input.figures)}, ${textArray(input.roles)})`, z.unknown());
    return {};
  },
});

export const endGroup = defineOperation({
  ...agreement,
  name: "group.end",
  summary: "Withdraw or decline a request, leave a group, or let an organization out of yours",
  input: linkReference,
  output: nothing,
  rest: { method: "delete", path: "/group/links/{id}" },
  run: async ({ db, input }) => {
    await db.call(sql`guard.end_group(${input.id})`, z.unknown());
    return {};
  },
});

export const assignInGroup = defineOperation({
  name: "group.assign",
  scope: "organization",
  permission: "members.invite",
  access: "write",
  summary: "Give people memberships in organizations of the group, all of them or none",
  fresh: true,
  input: assignInput,
  output: assigned,
  rest: { method: "post", path: "/group/assignments" },
  run: async ({ db, input }) => {
    const targets = JSON.stringify(input.targets.map(({ id, role }) => ({ link: id, role })));
    const answer = await db.call(
      sql`guard.assign_in_group(${textArray(input.members)}, ${targets}::jsonb)`,
      z.object({ done: z.boolean(), results: z.array(z.looseObject({ link: z.uuid() })) }),
    );
    return asFoundResults(answer);
  },
});

export const listAssignments = defineOperation({
  name: "group.assignments",
  scope: "organization",
  permission: "settings.view",
  access: "read",
  summary: "See where people of yours belong by your group",
  input: z.strictObject({ members: z.array(idInput("mem")).max(100) }),
  output: assignments,
  rest: { method: "get", path: "/group/assignments" },
  run: async ({ db, input }) => {
    const row = z.object({ member: z.uuid(), link: z.uuid(), name: z.string(), role: z.string() });
    const found = await db.call(sql`guard.assigned_in_group(${textArray(input.members)}::uuid[])`, z.array(row));
    return found.map(({ link, ...rest }) => ({ ...rest, id: link }));
  },
});

export const takeBackInGroup = defineOperation({
  name: "group.take_back",
  scope: "organization",
  permission: "members.manage",
  access: "write",
  summary: "Take memberships back that your group gave to one of your people, all of them or none",
  input: takeBackInput,
  output: takenBack,
  rest: { method: "post", path: "/group/assignments/take-back", status: 200 },
  run: async ({ db, input }) => {
    const answer = await db.call(
      sql`guard.take_back_in_group(${input.member}, ${textArray(input.links)}::uuid[])`,
      z.object({
        done: z.boolean(),
        results: z.array(z.object({ link: z.uuid(), fault: takenBack.shape.results.element.shape.fault })),
      }),
    );
    return { done: answer.done, results: answer.results.map(({ link, fault }) => ({ id: link, fault })) };
  },
});

/** The link is the outside id of a result. */
function asFoundResults(answer: { done: boolean; results: { link: string }[] }): z.input<typeof assigned> {
  const results = answer.results.map(({ link, ...rest }) => ({ id: link, ...rest }));
  return { done: answer.done, results } as z.input<typeof assigned>; // parsed by the operation's output
}
