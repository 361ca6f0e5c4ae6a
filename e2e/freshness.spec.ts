import { expect } from "@playwright/test";
import { encodeId } from "@/lib/ids";
import { programs } from "./fresh-credentials";
import { endings } from "./fresh-endings";
import { kinds } from "./fresh-kinds";
import { buildWorld, change, formOf, seen, type World, wrong } from "./fresh-world";
import { test } from "./test";
import { type SecondServer, secondServer } from "./two-servers";
import { guard } from "./world";

/*
 * What changes on one server holds on the very next request to another one: on page, action and API. A trial changes by
 * the API of the first process and asks the second at once. `FRESH_TRIALS=200` for the whole.
 */
const trials = Number(process.env.FRESH_TRIALS ?? 5);

// One second server for all of them. What was stale once is a fault, however often it is not.
test.describe.configure({ mode: "default", retries: 0, timeout: 120_000 + trials * 3000 });

// No second try, so the first is recorded.
test.use({ trace: "retain-on-failure" });

let second: SecondServer;

test.beforeAll(async () => {
  second = await secondServer();
});

test.afterAll(() => {
  second?.stop();
});

/** Every trial of a subject: what it says was stale, or open where it should not be. */
async function staleIn(trial: (at: number) => Promise<string[]>): Promise<string[]> {
  const stale: string[] = [];
  for (let at = 0; at < trials; at += 1) stale.push(...(await trial(at)));
  return stale;
}

for (const [name, { before, set }] of Object.entries(kinds))
  test(`${name}: ${trials} changes, none of them stale`, async () => {
    const world = await buildWorld(second.port);
    await before?.(world);
    const trial = async (at: number) => {
      await set(world, at % 2 === 1);
      return wrong(at, await seen(world, world.session), at % 2 === 1);
    };
    expect(await staleIn(trial)).toEqual([]);
  });

test(`branches: ${trials} changes, none of them stale`, async () => {
  const world = await buildWorld(second.port);
  const { branch, customer } = await depotOf(world);
  const place = (on: boolean) =>
    change(world, "PUT", `/members/${world.member.id}/branches`, {
      everywhere: false,
      branches: on ? [{ branch }] : [],
    });
  await place(true);
  const edit = `/customers/${customer}/edit`;
  const form = await formOf(second.port, world.organization, world.session, edit);
  const doors = { page: `/customers/${customer}`, action: edit, api: `/api/v1/customers/${customer}` };
  const trial = async (at: number) => {
    await place(at % 2 === 1);
    return wrong(at, await seen({ ...world, form }, world.session, doors), at % 2 === 1);
  };
  expect(await staleIn(trial)).toEqual([]);
});

/** A branch and a customer of it. */
async function depotOf({ organization: { id } }: World) {
  const [made] = await guard()<{ branch: string; customer: string }[]>`
    with b as (insert into public.branches (organization_id, id, name, code)
      values (${id}, guard.uuid7(), 'Depot', 'DEP') returning id)
    insert into public.customers (organization_id, id, name, kind, branch_id, created_at, updated_at)
    select ${id}, guard.uuid7(), 'Fresh & Co', 'company', id, now(), now() from b
    returning branch_id as branch, id as customer`;
  return { branch: encodeId("brn", made?.branch ?? ""), customer: encodeId("cus", made?.customer ?? "") };
}

for (const [name, prepare] of Object.entries(endings))
  test(`${name}: ${trials} ended, none of them stale`, async () => {
    const world = await buildWorld(second.port);
    const { begin, end } = await prepare(world);
    const trial = async (at: number) => {
      const session = await begin();
      const open = wrong(at, await seen(world, session), true);
      await end();
      return [...open, ...wrong(at, await seen(world, session), false)];
    };
    expect(await staleIn(trial)).toEqual([]);
  });

for (const [name, { opens, closed, prepare }] of Object.entries(programs))
  test(`${name}: ${trials} times taken away, none of them stale`, async () => {
    const { set, ask } = await prepare(await buildWorld(second.port));
    const trial = async (at: number) => {
      const answers: number[] = [];
      for (const on of [true, false]) {
        await set(on);
        answers.push((await ask()).status);
      }
      return answers[0] === opens && answers[1] === closed ? [] : [`${at}: ${answers.join(", ")}`];
    };
    expect(await staleIn(trial)).toEqual([]);
  });
