import { sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { listMembers } from "@/lib/members/operations";
import { createOrganization } from "@/lib/testing/world";
import { defineOperation } from "./operation";

const connections = 20; // all that the pool has: one of them is the one that the stray asks on

const listed = {
  name: listMembers.name,
  scope: "organization",
  permission: "members.view",
  access: "read",
  summary: "List members in a way of its own",
} as const;

/** An operation that fails while a part of it still waits for something outside the database, and then asks on. */
function straying(outside: Promise<void>, strays: Promise<unknown>[]) {
  return defineOperation({
    ...listed,
    input: z.strictObject({}),
    output: z.unknown(),
    run: async ({ db }) => {
      const late = outside.then(() => db.call(sql`guard.organization_id()`, z.string()));
      strays.push(late);
      late.catch(() => undefined);
      await db.call(sql`guard.organization_id()`, z.string());
      throw new Error("failed early");
    },
  });
}

function staying(outside: Promise<void>, came: () => void) {
  return defineOperation({
    ...listed,
    input: z.strictObject({}),
    output: z.unknown(),
    run: async ({ db }) => {
      await db.call(sql`guard.organization_id()`, z.string());
      came();
      await outside;
      return db.call(sql`guard.organization_id()`, z.string());
    },
  });
}

describe("what an operation asks after its end [S18]", () => {
  it("reaches nobody else's transaction", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const strays: Promise<unknown>[] = [];
    const [late, end] = [gate(), gate()];
    await expect(a.owner.handle.run(straying(late.passed, strays), {})).rejects.toThrow("failed early");
    let inside = 0;
    const operation = staying(end.passed, () => {
      inside += 1;
    });
    const others = Promise.all(Array.from({ length: connections }, () => b.owner.handle.run(operation, {})));
    await vi.waitUntil(() => inside === connections, { timeout: 20_000 });
    late.open();
    expect(strays).toHaveLength(1);
    for (const stray of strays)
      await expect(stray).rejects.toMatchObject({ cause: { message: expect.stringMatching(/transaction/) } });
    end.open();
    expect(new Set(await others)).toEqual(new Set([b.id]));
  });
});

function gate(): { passed: Promise<void>; open: () => void } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open };
}
