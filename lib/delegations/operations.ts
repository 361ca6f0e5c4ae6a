import { TZDate } from "@date-fns/tz";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { faultsAt } from "@/lib/errors";
import { idOutput } from "@/lib/ids";
import { zoneOf } from "@/lib/organizations/zone";
import { delegationsRepository } from "./repository";
import { choice, createInput, delegation, delegationId, lendInput } from "./schema";

export const listDelegations = defineOperation({
  name: "delegations.list",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "See who lends which rights to whom; a stand-in is lent the queue of registrations",
  input: z.strictObject({}),
  output: z.array(delegation),
  rest: { method: "get", path: "/delegations" },
  asksOnce: true,
  run: async ({ db, actor }) => {
    const open = await delegationsRepository(db).open();
    return open.map((each) => {
      const [mine, forMe] = [each.from.id === actor.membershipId, each.to.id === actor.membershipId];
      return { ...each, mine, forMe, mayEnd: mine || forMe || actor.rights.has("members.manage") };
    });
  },
});

export const listStandInChoices = defineOperation({
  name: "delegations.choices",
  scope: "organization",
  permission: "registrations.decide",
  access: "read",
  summary: "List the members who could stand in for you",
  input: z.strictObject({}),
  output: z.array(choice),
  rest: { method: "get", path: "/delegations/choices" },
  run: async ({ db, actor }) =>
    actor.membershipId === null ? [] : delegationsRepository(db).choices(actor.membershipId),
});

export const createDelegation = defineOperation({
  name: "delegations.create",
  scope: "organization",
  permission: "registrations.decide",
  access: "write",
  summary: "Name a member who decides on registrations while you are away",
  limits: [{ by: "person", points: 30, seconds: 3600 }],
  input: createInput,
  output: z.object({ id: idOutput("dlg") }),
  rest: { method: "post", path: "/delegations/stand-ins", status: 201 },
  run: async ({ db, input }) => {
    const delegations = delegationsRepository(db);
    const zone = await zoneOf(db);
    const until = midnight(input.until, zone, 1);
    if (until <= new Date()) throw faultsAt({ until: ["This day is over already."] });
    return { id: await delegations.name({ ...input, from: midnight(input.from, zone, 0), until }) };
  },
});

export const lendRights = defineOperation({
  name: "delegations.lend",
  scope: "organization",
  permission: "delegations.manage",
  access: "write",
  summary: "Lend permissions of your own to a member until a day",
  limits: [{ by: "person", points: 60, seconds: 3600 }],
  fresh: true,
  input: lendInput,
  output: z.object({ id: idOutput("dlg") }),
  rest: { method: "post", path: "/delegations", status: 201 },
  run: async ({ db, input }) => {
    const delegations = delegationsRepository(db);
    const until = midnight(input.until, await zoneOf(db), 1);
    return { id: await delegations.lend({ ...input, until }) };
  },
});

export const endDelegation = defineOperation({
  name: "delegations.end",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "End a loan or a stand-in at once: yours, one to you, or any where you manage members",
  input: delegationId,
  output: z.object({}),
  rest: { method: "post", path: "/delegations/{id}/end", status: 200 },
  run: async ({ db, input }) => {
    await delegationsRepository(db).end(input.id);
    return {};
  },
});

/** When a day begins in a zone, or the one `later` days after it. */
function midnight(day: string, zone: string, later: number): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date + later, zone).getTime());
}
