import { sql } from "drizzle-orm";
import { z } from "zod";
import { ofOrganization } from "@/lib/access/changes";
import { defineOperation } from "@/lib/access/operation";
import { idOutput } from "@/lib/ids";
import { policy, policyInput, policyRow } from "./schema";

/** Writes where the owner looks from outside of the allowed networks: the look is on the record. */
export const readPolicy = defineOperation({
  name: "policy.read",
  scope: "organization",
  permission: "settings.view",
  access: "write",
  summary: "Read the security policy",
  input: z.strictObject({}),
  output: policy.extend({ organizationId: idOutput("org") }),
  rest: { method: "get", path: "/settings/security" },
  passing: ["address", "members", "membersWithFactor"],
  run: async ({ db }) => ({ ...(await db.call(sql`guard.policy()`, policyRow)), organizationId: db.organizationId }),
});

export const updatePolicy = defineOperation({
  name: "policy.update",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  summary: "Change second factor, session length, ways to sign in and allowed networks",
  limits: [{ by: "person", points: 60, seconds: 3600 }],
  fresh: true,
  input: policyInput,
  output: z.object({}),
  rest: { method: "put", path: "/settings/security" },
  changes: ofOrganization(readPolicy),
  run: async ({ db, input }) => {
    const networks = sql`${sql.param(input.networks)}::text[]`;
    const ways = sql`${sql.param(input.signInWays)}::text[]`;
    const issuers = sql`${sql.param(input.signInIssuers)}::text[]`;
    await db.call(
      sql`guard.set_policy(${input.factorFor}, ${input.graceDays}, ${input.rememberDevices}, ${input.sessionHours},
        ${input.sessionIdleMinutes}, ${ways}, ${issuers}, ${networks}, ${input.despiteLockOut})`,
      z.unknown(),
    );
    return {};
  },
});
