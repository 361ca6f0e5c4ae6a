import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { organizations } from "@/db/schema/organizations";
import { ofOrganization } from "@/lib/access/changes";
import { defineOperation } from "@/lib/access/operation";
import { apiRules, apiRulesInput } from "./schema";

export const readApiRules = defineOperation({
  name: "api_rules.read",
  scope: "organization",
  permission: "keys.view",
  access: "read",
  summary: "Read what programs have to say when they call",
  input: z.strictObject({}),
  output: apiRules,
  rest: { method: "get", path: "/settings/api" },
  asksOnce: true,
  run: async ({ db }) => {
    const [row] = await db.query
      .select({
        refuseOtherOrganization: organizations.apiRefusesOtherOrganization,
        requireVersions: organizations.apiRequiresVersions,
      })
      .from(organizations)
      .where(eq(organizations.id, db.organizationId));
    return row ?? { refuseOtherOrganization: false, requireVersions: false };
  },
});

export const updateApiRules = defineOperation({
  name: "api_rules.update",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Choose what programs have to say when they call",
  limits: [{ by: "person", points: 60, seconds: 3600 }],
  input: apiRulesInput,
  output: z.object({}),
  rest: { method: "put", path: "/settings/api" },
  changes: ofOrganization(readApiRules),
  run: async ({ db, input }) => {
    await db.call(sql`guard.set_api_rules(${input.refuseOtherOrganization}, ${input.requireVersions})`, z.unknown());
    return {};
  },
});
