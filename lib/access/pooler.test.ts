import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { appPool, closePool } from "@/db/connection";
import { listMembers } from "@/lib/members/operations";
import { addRole } from "@/lib/testing/add-role";
import { hasPooler, startPooler } from "@/lib/testing/pooler";
import { waitLongForConnections } from "@/lib/testing/waiting";
import { addMember, createOrganization, guard } from "@/lib/testing/world";
import { settled } from "./after";

const connections = 3;
const pooler = hasPooler ? await startPooler(process.env.DATABASE_URL ?? "", connections) : undefined;
if (pooler) {
  process.env.DATABASE_URL = pooler.url;
  process.env.DATABASE_NAMED_STATEMENTS = "off";
}

afterAll(async () => {
  await settled();
  await closePool();
  await pooler?.stop();
});

const title = hasPooler
  ? "through PgBouncer in transaction mode, statements unnamed"
  : "through PgBouncer: skipped, because it is not installed (apt-get install pgbouncer)";

describe.skipIf(!hasPooler)(title, () => {
  it("many clients on few connections read and write their own organization's rows, and leave no context behind", async () => {
    const organizations = await Promise.all([createOrganization(), createOrganization(), createOrganization()]);
    for (const each of organizations) await addMember(each);
    waitLongForConnections();
    const saved: string[] = [];
    const readings = Array.from({ length: 300 }, async (_, turn) => {
      const organization = organizations[turn % organizations.length];
      if (!organization) throw new Error("unreachable");
      if (turn % 5 === 0) {
        const id = uuidv7();
        saved.push(id);
        await organization.owner.handle.run(addRole, { id });
        return true;
      }
      const { data } = await organization.owner.handle.run(listMembers, {});
      return data.length === 2 && data.some(({ email }) => email === organization.owner.email);
    });
    expect(new Set(await Promise.all(readings))).toEqual(new Set([true]));
    expect(await guard`select id from public.roles where id in ${guard(saved)}`).toHaveLength(saved.length);
    const backends = new Set<number>();
    for (let turn = 0; turn < 40; turn++) {
      const { rows } = await appPool().query(
        "select pg_backend_pid() as pid, coalesce(current_setting('berth.context', true), '') as context",
      );
      backends.add(z.number().parse(rows[0]?.pid));
      expect(rows[0]?.context).toBe("");
    }
    expect(backends.size).toBeLessThanOrEqual(connections);
  });

  it("an operation that asks again and again stays on its connection", async () => {
    const { owner } = await createOrganization();
    const sameBackend = {
      ...listMembers,
      asksOnce: false,
      output: z.object({ backends: z.number() }),
      run: async ({ db }: Parameters<typeof listMembers.run>[0]) => {
        const seen = new Set<number>();
        for (let turn = 0; turn < 5; turn++) seen.add(await db.call(sql`pg_backend_pid()`, z.number()));
        return { backends: seen.size };
      },
    };
    const runs = await Promise.all(Array.from({ length: 40 }, () => owner.handle.run(sameBackend, {})));
    expect(new Set(runs.map(({ backends }) => backends))).toEqual(new Set([1]));
  });
});
