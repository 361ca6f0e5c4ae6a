import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { branchBound } from "@/db/wall/branch-bound";
import { type Placed, sees } from "@/lib/testing/branch-model";
import {
  addBranch,
  type BranchWorld,
  branchWorld,
  dice,
  expected,
  pick,
  place,
  randomMember,
} from "@/lib/testing/branch-world";
import { testDatabase } from "@/lib/testing/database";
import { addMember, guard, type Member, request } from "@/lib/testing/world";

const { app } = await testDatabase();
const sql = postgres(app, { max: 1, onnotice: () => undefined });
afterAll(() => sql.end());

const tables = Object.keys(branchBound);
type Transaction = postgres.TransactionSql;

function inside<T>(world: BranchWorld, member: Member, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return sql.begin(async (transaction) => {
    await transaction`select guard.open(${member.hostSession}, ${world.organization.slug}, null, 'branches.choices',
      ${transaction.json(request())})`;
    return work(transaction);
  }) as Promise<T>;
}

const idsIn = async (transaction: Transaction, table: string): Promise<string[]> =>
  (await transaction.unsafe<{ id: string }[]>(`select id from ${table} order by id::text`)).map(({ id }) => id);

async function drift(): Promise<unknown[]> {
  return [...(await guard`select * from guard.rights_drift()`)];
}

describe("what a member sees of each branch", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("is what the model says, over a random world %i", async (seed) => {
    const throwing = dice(seed);
    const world = await branchWorld(throwing);
    for (let people = 0; people < 6; people += 1) {
      const { member, placed } = await randomMember(world, throwing);
      await inside(world, member, async (transaction) => {
        for (const table of tables)
          expect(await idsIn(transaction, table), `${table} ${JSON.stringify(placed)}`).toEqual(
            expected(world, placed, table),
          );
      });
    }
    expect(await drift()).toEqual([]);
  });

  it("follows every change of tree and place on the very next transaction", async () => {
    const throwing = dice(99);
    const world = await branchWorld(throwing);
    const { member, placed } = await randomMember(world, throwing);
    const check = async (now: Placed) => {
      await inside(world, member, async (transaction) => {
        for (const table of tables) expect(await idsIn(transaction, table), table).toEqual(expected(world, now, table));
      });
      expect(await drift()).toEqual([]);
    };
    await check(placed);
    const [first = ""] = world.tree.keys();
    const below = await addBranch(world.organization, world.tree, first);
    await guard`update public.shipments set branch_id = ${below}
      where id = (select id from public.shipments where organization_id = ${world.organization.id} limit 1) returning id`.then(
      ([moved]) => {
        for (const row of world.rows) if (row.id === moved?.id) row.branch = below;
      },
    );
    const children = await guard<{ id: string; branch_id: string | null }[]>`
      select id, branch_id from public.shipment_parcels union all select id, branch_id from public.shipment_events
      union all select id, branch_id from public.pieces`;
    for (const { id, branch_id } of children) for (const row of world.rows) if (row.id === id) row.branch = branch_id;
    await check(placed);
    const moved: Placed = { role: "member", all: false, given: [{ branch: first, role: null }] };
    await place(world.organization, member, moved);
    await check(moved);
    await guard`update public.branches set parent_id = null where id = ${below}`;
    world.tree.set(below, null);
    await check(moved);
    const owned: Placed = { role: "user", all: true, given: [{ branch: below, role: "member" }] };
    await place(world.organization, member, owned);
    await check(owned);
  });
});

describe("a limited member's transaction", () => {
  it("keeps its scope whatever is set, fetched or begun anew inside it", async () => {
    const world = await branchWorld(dice(5));
    const [branch = ""] = world.tree.keys();
    const member = await addMember(world.organization);
    const placed: Placed = { role: "member", all: false, given: [{ branch, role: null }] };
    await place(world.organization, member, placed);
    const wanted = expected(world, placed, "shipments");
    await inside(world, member, async (transaction) => {
      const [{ context } = { context: "" }] = await transaction<{ context: string }[]>`
        select current_setting('berth.context') as context`;
      const forged = `${context.slice(0, 70)}0${context.slice(71)}`;
      const forge = (within: Transaction) => within`select set_config('berth.context', ${forged}, true)`;
      const told = transaction.savepoint(async (within) => {
        await forge(within);
        await within`select id from shipments`;
      });
      await expect(told).rejects.toMatchObject({ code: "42501" });
      // A cursor that began in scope does not leave it, though the context is changed under it.
      const fetched = transaction.savepoint(async (within) => {
        await within`declare rows cursor for select id from shipments order by id::text desc`;
        await forge(within);
        return within<{ id: string }[]>`fetch all from rows`;
      });
      await expect(fetched).rejects.toMatchObject({ code: "42501" });
      expect(await idsIn(transaction, "shipments")).toEqual(wanted);
    });
  });

  it("cannot hand its context to a transaction without a number", async () => {
    const world = await branchWorld(dice(6));
    const member = await addMember(world.organization);
    await place(world.organization, member, { role: "member", all: false, given: [] });
    // One message: both transactions share their start, so the context's MAC holds in the second one too.
    const stolen = sql.unsafe(`
      begin;
      select guard.open('${member.hostSession}', '${world.organization.slug}', null, 'branches.choices', '{}');
      select set_config('kept.context', current_setting('berth.context'), false),
        set_config('kept.detail', current_setting('berth.detail'), false);
      commit;
      begin;
      select set_config('berth.context', current_setting('kept.context'), true),
        set_config('berth.detail', current_setting('kept.detail'), true);
      select id from shipments;
      commit`);
    await expect(stolen).rejects.toMatchObject({ code: "42501" });
    await sql.unsafe("rollback");
  });

  it("writes rows of its branches only, and moves none out of them", async () => {
    const world = await branchWorld(dice(11));
    const throwing = dice(12);
    for (let people = 0; people < 4; people += 1) {
      const { member, placed } = await randomMember(world, throwing);
      for (const row of world.rows.filter(({ table }) => table === "assets")) {
        const may = sees(row, "assets.manage", placed, world.tree);
        const target = pick(throwing, [...world.tree.keys()]);
        const mayThere = sees({ branch: target, shared: false }, "assets.manage", placed, world.tree);
        const written = inside(world, member, async (transaction) => {
          const changed = await transaction`update assets set notes = 'x' where id = ${row.id} returning id`;
          const inserted = await transaction
            .savepoint(
              (within) => within`insert into assets (id, name, code, kind, status, branch_id, created_at, updated_at)
                values (gen_random_uuid(), 'X', gen_random_uuid()::text, 'vehicle', 'spare', ${target}, now(), now())`,
            )
            .then(
              () => true,
              () => false,
            );
          return { changed: changed.length === 1, inserted };
        });
        expect(await written, JSON.stringify({ placed, row, target })).toEqual({
          changed: may && sees(row, "assets.view", placed, world.tree),
          inserted: mayThere,
        });
      }
    }
  });
});
