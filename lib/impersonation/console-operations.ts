import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { asFound } from "@/lib/console/paging";
import { idOutput } from "@/lib/ids";
import { memberReference, platformSession, sessionReference, startInput, target } from "./schema";

export const findImpersonationTarget = defineOperation({
  name: "platform.impersonation_target",
  scope: "platform",
  permission: "platform.impersonate",
  access: "write",
  summary: "See whom you are about to act as",
  input: memberReference,
  output: target,
  run: ({ db, input }) =>
    db.call(sql`guard.impersonation_target(${input.organizationId}, ${input.id})`, asFound(target)),
});

export const impersonate = defineOperation({
  name: "platform.impersonate",
  scope: "platform",
  permission: "platform.impersonate",
  access: "write",
  summary: "Act as one member of one organization, read only",
  fresh: true,
  input: startInput,
  output: z.object({ id: idOutput("sup"), organization_id: idOutput("org"), slug: z.string() }),
  run: ({ db, input }) =>
    db.call(
      sql`guard.start_impersonation(${input.organizationId}, ${input.id}, ${input.reason}, ${Number(input.minutes)}::int)`,
      asFound(z.object({ id: idOutput("sup"), organization_id: idOutput("org"), slug: z.string() })),
    ),
});

export const listImpersonations = defineOperation({
  name: "platform.impersonations",
  scope: "platform",
  permission: "platform.view",
  access: "read",
  summary: "List support sessions, running ones first",
  input: z.strictObject({}),
  output: z.array(platformSession),
  run: ({ db }) => db.rows(sql`select * from guard.platform_impersonations()`, asFound(platformSession)),
});

export const stopImpersonationFromConsole = defineOperation({
  name: "platform.stop_impersonation",
  scope: "platform",
  permission: "platform.impersonate",
  access: "write",
  summary: "Stop a support session",
  input: sessionReference,
  output: z.object({}),
  run: async ({ db, input }) => {
    await db.call(sql`guard.platform_stop_impersonation(${input.id})`, z.unknown());
    return {};
  },
});
