import { TZDate } from "@date-fns/tz";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { idOutput } from "@/lib/ids";
import { delegationsRepository } from "./repository";
import { choice, createInput, delegation, delegationId } from "./schema";

export const listDelegations = defineOperation({
  name: "delegations.list",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "See who stands in for whom on the queue of registrations",
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
  run: async ({ db, input }) => {
    const delegations = delegationsRepository(db);
    const zone = await delegations.timeZone();
    const until = midnight(input.until, zone, 1);
    if (until <= new Date())
      throw new BerthError("invalid", "Some fields need another look.", {
        fields: { until: ["This day is over already."] },
      });
    return { id: await delegations.name({ ...input, from: midnight(input.from, zone, 0), until }) };
  },
});

export const endDelegation = defineOperation({
  name: "delegations.end",
  scope: "organization",
  permission: "organization.view",
  access: "write",
  summary: "End a stand-in at once: yours, one that you are, or any where you manage members",
  input: delegationId,
  output: z.object({}),
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
