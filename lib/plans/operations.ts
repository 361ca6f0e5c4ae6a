import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { limitName, planFacts, room, withheldHere } from "./schema";

export const findPlan = defineOperation({
  name: "plan.find",
  scope: "organization",
  permission: "usage.view",
  access: "read",
  summary: "See the organization's plan: what it has, and how much of each limit is in use",
  input: z.strictObject({}),
  output: planFacts,
  asksOnce: true,
  rest: { method: "get", path: "/plan" },
  run: ({ db }) => db.call(sql`guard.plan_and_use()`, planFacts),
});

export const findRoom = defineOperation({
  name: "plan.room",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "See how much of one limit of the plan is in use",
  input: z.strictObject({ limit: limitName }),
  output: room,
  asksOnce: true,
  rest: { method: "get", path: "/plan/limits/{limit}" },
  run: ({ db, input }) => db.call(sql`guard.room_left(${input.limit})`, room),
});

export const listWithheld = defineOperation({
  name: "plan.withheld",
  scope: "organization",
  permission: "organization.view",
  access: "read",
  summary: "See what the organization's plan does not include",
  input: z.strictObject({}),
  output: withheldHere,
  asksOnce: true,
  rest: { method: "get", path: "/plan/withheld" },
  run: ({ db }) => db.call(sql`guard.withheld_here()`, withheldHere),
});
