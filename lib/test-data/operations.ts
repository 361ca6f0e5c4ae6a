import { sql } from "drizzle-orm";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";

export const deleteTestData = defineOperation({
  name: "test_data.delete",
  scope: "organization",
  permission: "settings.manage",
  access: "write",
  fresh: true,
  summary: "Delete all test records; live ones stay",
  limits: [{ by: "organization", points: 10, seconds: 3600 }],
  input: z.strictObject({}),
  output: z.object({}),
  rest: { method: "delete", path: "/test-data", status: 202 },
  run: async ({ db }) => {
    await db.call(sql`guard.delete_test_data()`, z.unknown());
    return {};
  },
});

const atOnce = 1000;

/** One transaction's part of that. */
export const clearTestData = defineOperation({
  name: "test_data.clear",
  scope: "job",
  access: "write",
  summary: "Delete the next test records of the leased job's organization",
  input: z.strictObject({}),
  output: z.object({ deleted: z.number() }),
  run: async ({ db }) => ({ deleted: await db.call(sql`guard.delete_test_records(${atOnce})`, z.number()) }),
});
