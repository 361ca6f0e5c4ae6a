import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { listMembers } from "@/lib/members/operations";
import { createOrganization } from "@/lib/testing/world";
import { defineOperation } from "./operation";

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const listed = {
  name: listMembers.name,
  scope: "organization",
  permission: "members.view",
  access: "read",
  summary: "List members in a way of its own",
} as const;

/** An operation that fails while a part of it still waits for something outside the database, and then asks on. */
function straying(strays: Promise<unknown>[]) {
  return defineOperation({
    ...listed,
    input: z.strictObject({}),
    output: z.unknown(),
    run: async ({ db }) => {
      const late = wait(60).then(() => db.call(sql`guard.organization_id()`, z.string()));
      strays.push(late);
      late.catch(() => undefined);
      await db.call(sql`guard.organization_id()`, z.string());
      throw new Error("failed early");
    },
  });
}

const staying = defineOperation({
  ...listed,
  input: z.strictObject({}),
  output: z.unknown(),
  run: async ({ db }) => {
    await wait(120);
    return db.call(sql`guard.organization_id()`, z.string());
  },
});

describe("what an operation asks after its end [S18]", () => {
  it("reaches nobody else's transaction", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    await Promise.all([a, b].map(({ owner }) => owner.handle.run(listMembers, {})));
    const strays: Promise<unknown>[] = [];
    await expect(a.owner.handle.run(straying(strays), {})).rejects.toThrow("failed early");
    const others = await Promise.all(Array.from({ length: 20 }, () => b.owner.handle.run(staying, {})));
    expect(new Set(others)).toEqual(new Set([b.id]));
    expect(strays).toHaveLength(1);
    for (const stray of strays)
      await expect(stray).rejects.toMatchObject({ cause: { message: expect.stringMatching(/transaction/) } });
  });
});
