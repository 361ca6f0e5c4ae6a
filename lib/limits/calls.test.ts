import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { appPool } from "@/db/connection";
import { createKey } from "@/lib/testing/keys";
import { putOnPlan } from "@/lib/testing/plans";
import { createOrganization, guard } from "@/lib/testing/world";

type Process = typeof import("./calls");

/** The counting of one more process: what it knows is its own. */
async function another(): Promise<Process> {
  vi.resetModules();
  return import("./calls");
}

async function world({ key = 1200, organization: whole = 6000 } = {}) {
  const organization = await createOrganization();
  await guard`update public.organizations set api_calls_per_key = ${key}, api_calls = ${whole} where id = ${organization.id}`;
  await createKey(organization);
  const [made] = await guard<
    { id: string }[]
  >`select id from guard.api_keys where organization_id = ${organization.id}`;
  return { organization, caller: { organizationId: organization.id, credentialId: made?.id ?? "" } };
}

async function oneByOne({ countCall }: Process, caller: Parameters<Process["countCall"]>[0], calls: number) {
  const counted = [];
  for (let call = 0; call < calls; call += 1) counted.push(await countCall(caller));
  return counted;
}

const atOnce = ({ countCall }: Process, caller: Parameters<Process["countCall"]>[0], calls: number) =>
  Promise.all(Array.from({ length: calls }, () => countCall(caller)));

/** How many statements count calls meanwhile. The clock stands: how fast calls follow each other is not this machine's matter. */
async function statementsOf(work: () => Promise<void>): Promise<number> {
  const clock = vi.spyOn(performance, "now").mockReturnValue(performance.now());
  const query = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const { length } = query.mock.calls.filter(([text]) => JSON.stringify(text ?? "").includes("count_calls"));
  clock.mockRestore();
  query.mockRestore();
  return length;
}

const passed = (counted: ({ passes: boolean } | undefined)[]) => counted.filter((each) => each?.passes).length;

const rows = (organizationId: string) => guard<{ calls: number; ahead: number; minute: number }[]>`
  select calls, ahead, minute from guard.call_counts where organization_id = ${organizationId} order by credential_id`;

describe("calls that come often", () => {
  it("are counted ahead: few statements, and each is told exactly what is left", async () => {
    const { caller } = await world();
    const here = await another();
    let counted: Awaited<ReturnType<typeof oneByOne>> = [];
    const asked = await statementsOf(async () => {
      counted = await oneByOne(here, caller, 300);
    });
    expect(asked).toBeLessThan(60);
    expect(counted.map((each) => each?.budgets.map(({ left }) => left))).toEqual(
      Array.from({ length: 300 }, (_, call) => [1199 - call, 5999 - call]),
    );
  });

  it("are given back where they do not come", async () => {
    const { caller } = await world();
    const here = await another();
    const asked = await statementsOf(async () => {
      await oneByOne(here, caller, 30);
    });
    expect(asked).toBeLessThan(30);
    const settled = { calls: 30, ahead: 0, minute: 0 };
    await expect.poll(() => rows(caller.organizationId), { timeout: 20_000 }).toEqual([settled, settled]);
  });

  it("leave to other processes exactly what they did not make", async () => {
    const { caller } = await world({ key: 600 });
    const [one, other] = [await another(), await another()];
    expect(passed(await oneByOne(one, caller, 30))).toBe(30);
    const rest = await atOnce(other, caller, 700);
    expect(passed(rest)).toBe(570);
    expect(rest.at(-1)).toMatchObject({ passes: false, budgets: [{ left: 0 }, { left: 5400 }] });
    expect(passed(await atOnce(one, caller, 5))).toBe(0);
  });

  it("leave it to other credentials of their organization too, and take nothing of their own for what that refuses", async () => {
    const { organization, caller } = await world({ organization: 400 });
    await createKey(organization);
    const [second] = await guard<{ id: string }[]>`
      select id from guard.api_keys where organization_id = ${organization.id} and id <> ${caller.credentialId}`;
    const other = { ...caller, credentialId: second?.id ?? "" };
    const [here, there] = [await another(), await another()];
    await oneByOne(here, caller, 30);
    const rest = await atOnce(there, other, 500);
    expect(passed(rest)).toBe(370);
    expect(rest.at(-1)?.budgets.map(({ left }) => left)).toEqual([830, 0]);
  });

  it.each([1, 2, 3])(
    "let exactly as many through as the limits say, whoever makes them and when (%s)",
    async (seed) => {
      const { organization, caller } = await world({ key: 500 + seed });
      if (seed === 2) await putOnPlan(organization, { limits: { api_calls_a_day: 450 } });
      const most = seed === 2 ? 450 : 500 + seed;
      const processes = [await another(), await another(), await another()];
      let through = 0;
      const busy = async (process: Process, at: number) => {
        for (let burst = 0; burst < 60; burst += 1) {
          const calls = 1 + ((burst * 7 + at * 5 + seed * 3) % 23);
          const counted = await (burst % 2 ? atOnce : oneByOne)(process, caller, calls);
          through += passed(counted);
          if (burst % 9 === at) await new Promise((resolve) => setTimeout(resolve, 320));
        }
      };
      await Promise.all(processes.map(busy));
      expect(through).toBe(most);
    },
  );

  it("of a process that was killed are lost to their minute, and keep nobody waiting for long", async () => {
    const { caller } = await world({ key: 100 });
    const here = await another();
    await oneByOne(here, caller, 1);
    await guard`update guard.call_counts set calls = 100, ahead = 20, held_until = clock_timestamp() + interval '6 seconds'
      where organization_id = ${caller.organizationId}`;
    const asked = await statementsOf(async () => {
      expect(passed(await atOnce(here, caller, 3))).toBe(0);
    });
    expect(asked).toBeGreaterThan(2);
    expect((await here.countCall(caller))?.passes).toBe(false);
  });
});

describe("what was counted ahead", () => {
  const settle = async (caller: { organizationId: string; credentialId: string }, ...back: unknown[]) => {
    const values = [caller.organizationId, caller.credentialId, ...back];
    await appPool().query("select guard.count_calls($1, $2, 0, 0, $3, $4, $5)", values);
  };

  it("comes back once at most, in its minute alone, and to nobody else", async () => {
    const { caller } = await world();
    const elsewhere = await world();
    const { rows: answers } = await appPool().query("select guard.count_calls($1, $2, 10, 30) as told", [
      caller.organizationId,
      caller.credentialId,
    ]);
    expect(answers[0].told.slice(10)).toEqual([30, 0, 0, 0]);
    const calls = async () => (await rows(caller.organizationId)).map((row) => row.calls);
    await settle({ ...caller, credentialId: elsewhere.caller.credentialId }, 30, 30, [0, 0]);
    await settle(caller, 30, 30, [1, 1]);
    await settle(caller, 30, -30, [0, 0]);
    expect(await calls()).toEqual([40, 40]);
    expect((await rows(caller.organizationId)).map(({ ahead }) => ahead)).toEqual([0, 0]);
    await settle(caller, 30, 30, [0, 0]);
    expect(await calls()).toEqual([40, 40]);
  });

  it("never reaches into the next minute", async () => {
    const { caller } = await world();
    const { organizationId, credentialId } = caller;
    const client = await appPool().connect();
    await client.query("select guard.count_calls($1, $2, 10)", [organizationId, credentialId]);
    client.release();
    // Both in one message, since the minute is over soon.
    const [, [late]] = (await guard.unsafe(`
      update guard.call_counts set since = clock_timestamp() - interval '59.2 seconds' where organization_id = '${organizationId}';
      select guard.count_calls('${organizationId}', '${credentialId}', 10, 30) as told`)) as unknown as [
      unknown,
      [{ told: number[] }],
    ];
    expect([late.told[2], ...late.told.slice(10)]).toEqual([1180, 0, 0, 0, 0]);
  });

  it("is not given back to a minute that began since, and no more of it than there was", async () => {
    const { caller } = await world();
    const count = (ahead: number) =>
      appPool().query("select guard.count_calls($1, $2, 10, $3)", [caller.organizationId, caller.credentialId, ahead]);
    await count(20);
    await settle(caller, 100, 100, [0, 0]);
    expect((await rows(caller.organizationId)).map((row) => row.calls)).toEqual([10, 10]);
    await count(20);
    await guard`update guard.call_counts set since = since - interval '2 minutes' where organization_id = ${caller.organizationId}`;
    await count(20);
    await settle(caller, 20, 20, [0, 0]);
    expect(await rows(caller.organizationId)).toMatchObject([
      { calls: 30, ahead: 20, minute: 1 },
      { calls: 30, ahead: 20, minute: 1 },
    ]);
  });
});
