import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { organizations } from "@/db/schema/organizations";
import { ofOrganization } from "@/lib/access/changes";
import { defineOperation } from "@/lib/access/operation";
import { keyPolicy } from "./schema";

export const readKeyPolicy = defineOperation({
  name: "key_policy.read",
  scope: "organization",
  permission: "keys.view",
  access: "read",
  summary: "Read what becomes of a key when its maker leaves",
  input: z.strictObject({}),
  output: keyPolicy,
  rest: { method: "get", path: "/settings/keys" },
  asksOnce: true,
  run: async ({ db }) => {
    const [row] = await db.query
      .select({ outlive: organizations.keysOutliveMakers })
      .from(organizations)
      .where(eq(organizations.id, db.organizationId));
    return { whenMakerLeaves: row?.outlive ? ("stay" as const) : ("end" as const) };
  },
});

export const updateKeyPolicy = defineOperation({
  name: "key_policy.update",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  fresh: true,
  summary: "Choose what becomes of a key when its maker leaves",
  limits: [{ by: "person", points: 60, seconds: 3600 }],
  input: keyPolicy,
  output: z.object({}),
  rest: { method: "put", path: "/settings/keys" },
  changes: ofOrganization(readKeyPolicy),
  run: async ({ db, input }) => {
    await db.call(sql`guard.set_key_policy(${input.whenMakerLeaves === "stay"})`, z.unknown());
    return {};
  },
});
