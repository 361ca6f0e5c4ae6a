import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { flags, type Permission } from "@/lib/access/permissions";
import { operations } from "@/lib/operations";
import { testKey } from "@/lib/testing/keys";
import { addMember, createOrganization, guard } from "@/lib/testing/world";
import { decide } from "./decide";
import { sharedTables } from "./records";
import { evidence as evidenceShape, type RecordEvidence } from "./schema";

/** Of each flag one permission, and some that no flag gives. */
const asked: Permission[] = [
  "organization.view",
  ...Object.values(flags).map(([first]) => first),
  "settings.manage",
  "webhooks.manage",
];
const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 0 });

/** An organization in short: up to five roles of its own (each may inherit from those before it), people, loans, keys. */
const worlds = fc.record({
  suspended: fc.boolean(),
  withheld: some(["webhooks", "imports", "api"]),
  policy: fc.record({
    networks: fc.boolean(),
    ways: fc.constantFrom(null, null, ["password"], ["oidc"], ["google", "password"]),
    issuers: fc.constantFrom(null, null, null, ["https://one.example"]),
  }),
  roles: fc.array(fc.record({ permissions: some(asked), inherits: fc.array(fc.nat(4), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 5,
  }),
  people: fc.array(
    fc.record({
      role: fc.nat(4),
      flags: some(Object.keys(flags)),
      suspended: fc.boolean(),
      outside: fc.boolean(),
      method: fc.constantFrom("password", "password", "reset", "other", "oidc", "google"),
      issuer: fc.constantFrom("https://one.example", "https://another.example"),
      own: fc.boolean(),
    }),
    { minLength: 2, maxLength: 4 },
  ),
  loans: fc.array(
    fc.record({
      from: fc.nat(3),
      to: fc.nat(3),
      permissions: fc.subarray([...asked], { minLength: 1 }),
      begins: fc.integer({ min: -2, max: 1 }),
    }),
    { maxLength: 3 },
  ),
  branches: fc.array(fc.record({ below: fc.nat(2), people: some(["0", "1", "2", "3"]), role: fc.nat(5) }), {
    maxLength: 3,
  }),
  keys: fc.array(fc.record({ maker: fc.nat(3), permissions: some(asked), ended: fc.boolean() }), { maxLength: 2 }),
});

type World = ReturnType<(typeof worlds)["generate"]>["value"];

const operationFor = new Map(
  asked.map((permission) => [
    permission,
    operations.find((each) => each.scope === "organization" && "permission" in each && each.permission === permission)
      ?.name ?? "",
  ]),
);

const organization = await createOrganization();
const members = await Promise.all(Array.from({ length: 4 }, () => addMember(organization, { role: "staff" })));

const superuser = await guard.reserve();
await superuser`set role none`;
await superuser`create function public.opens(p_secret text, p_audience text, p_operation text, p_request jsonb)
  returns boolean language plpgsql as $$
  begin
    perform guard.open(p_secret, p_audience, null, p_operation, p_request);
    return true;
  exception when sqlstate 'BE001' or sqlstate 'BE003' or sqlstate 'BE004' or sqlstate 'BE005' or sqlstate 'BE007' then
    return false;
  end $$`;
await superuser`create function public.sees(p_secret text, p_audience text, p_operation text, p_request jsonb)
  returns uuid[] language plpgsql as $$
  begin
    perform guard.open(p_secret, p_audience, null, p_operation, p_request);
    return array(select id from public.orders union all select id from public.customers);
  exception when sqlstate 'BE001' or sqlstate 'BE003' or sqlstate 'BE004' or sqlstate 'BE005' or sqlstate 'BE007' then
    return '{}';
  end $$`;
afterAll(() => superuser.release());

type Subject = { member: string | null; key: string | null; secret: string; audience: string; address: string };

const [inside, outside] = ["192.0.2.7", "198.51.100.7"];

const seenBy: Record<"orders" | "customers", Permission> = { orders: "orders.view", customers: "customers.view" };

/** One order and one customer in each branch, and of none. */
async function addRecords(branches: string[]): Promise<RecordEvidence[]> {
  const records: RecordEvidence[] = [];
  for (const branch of [null, ...branches])
    for (const table of ["orders", "customers"] as const) {
      const id = crypto.randomUUID();
      if (table === "orders")
        await superuser`insert into public.orders (organization_id, id, reference, status, channel, total, currency, branch_id, created_at, updated_at)
          values (${organization.id}, ${id}, ${id.slice(0, 8)}, 'open', 'web', 0, 'EUR', ${branch}, now(), now())`;
      else
        await superuser`insert into public.customers (organization_id, id, name, kind, branch_id, created_at, updated_at)
          values (${organization.id}, ${id}, 'Ada', 'person', ${branch}, now(), now())`;
      const scope = branch === null && sharedTables.has(table) ? "shared" : "branch";
      records.push({
        id,
        word: table,
        view: seenBy[table],
        scope,
        branch: branch === null ? null : { id: branch, name: null },
      });
    }
  return records;
}

/** The records that the policies show to a credential, as the application's role. */
async function seen({ secret, audience, address }: Subject, view: Permission): Promise<Set<string>> {
  await superuser`set local role berth_app`;
  const [row] = await superuser<
    { seen: string[] }[]
  >`select public.sees(${secret}, ${audience}, ${operationFor.get(view) ?? ""}, ${superuser.json({ address })}) as seen`;
  await superuser`set local role berth_guard`;
  await superuser`set local berth.context = ''`;
  return new Set(row?.seen);
}

type Built = { subjects: Subject[]; records: RecordEvidence[] };

/** Writes a world as the wall's own role; answers whom and what to ask about. */
async function build(world: World): Promise<Built> {
  const { id, slug } = organization;
  const people = members.slice(0, world.people.length);
  const keyOf = (at: number) => `own_${at % world.roles.length}`;
  const idOf = (at: number) => people[at % people.length]?.membershipId ?? "";
  const keys: Subject[] = [];
  for (const [at, { permissions: own }] of world.roles.entries())
    await superuser`insert into public.roles (organization_id, id, key, name, permissions)
      values (${id}, guard.uuid7(), ${keyOf(at)}, ${keyOf(at)}, ${own})`;
  for (const [at, { inherits }] of world.roles.entries())
    for (const other of new Set(inherits.filter((each) => each < at)))
      await superuser`insert into public.role_inheritance (organization_id, role_key, inherits_key)
        values (${id}, ${keyOf(at)}, ${keyOf(other)})`;
  for (const [at, { role, flags: own }] of world.people.entries())
    await superuser`update public.memberships set role_key = ${keyOf(role)}, flags = ${own} where id = ${idOf(at)}`;
  const branches = world.branches.map(() => crypto.randomUUID());
  for (const [at, { below, people: of, role }] of world.branches.entries()) {
    await superuser`insert into public.branches (organization_id, id, name, code, parent_id)
      values (${id}, ${branches[at] ?? ""}, ${`Branch ${at}`}, ${`B${at}`}, ${(below < at && branches[below]) || null})`;
    for (const person of of.map(Number).filter((each) => each < people.length)) {
      await superuser`update public.memberships set all_branches = ${person === 3} where id = ${idOf(person)}`;
      await superuser`insert into public.membership_branches (organization_id, id, membership_id, branch_id, role_key)
        values (${id}, guard.uuid7(), ${idOf(person)}, ${branches[at] ?? ""}, ${role === 5 ? null : keyOf(role)})`;
    }
  }
  const records = await addRecords(branches);
  for (const { from, to, permissions: lent, begins } of world.loans)
    if (idOf(from) !== idOf(to))
      await superuser`insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, stand_in,
          permissions, starts_at, ends_at)
        values (${id}, guard.uuid7(), ${idOf(from)}, ${idOf(to)}, false, ${lent},
          now() + ${`${begins} days`}::interval - interval '1 second', now() + interval '2 days')`;
  for (const { maker, permissions: own, ended } of world.keys) {
    const secret = testKey();
    const [made] = await superuser<{ id: string }[]>`
      select guard.insert_key(${id}, ${idOf(maker)}, 'A key', ${secret}, guard.permission_bits(${own}), null) as id`;
    const key = made?.id ?? "";
    if (ended) await superuser`update guard.api_keys set revoked_at = now() where id = ${key}`;
    keys.push({ member: null, key, secret, audience: "", address: inside });
  }
  for (const [at, { suspended }] of world.people.entries())
    if (suspended) await superuser`update public.memberships set status = 'suspended' where id = ${idOf(at)}`;
  if (world.suspended && world.people.length === 2)
    await superuser`update public.organizations set state = 'suspended' where id = ${id}`;
  await superuser`update public.organizations set allowed_networks = ${world.policy.networks ? ["192.0.2.0/24"] : null},
    sign_in_ways = ${world.policy.ways}, sign_in_issuers = ${world.policy.issuers} where id = ${id}`;
  await superuser`update public.organizations set
    plan_features = ${superuser.json(Object.fromEntries(world.withheld.map((name) => [name, false])))} where id = ${id}`;
  const asked: Subject[] = [];
  for (const [at, { membershipId: member, hostSession: secret }] of people.entries()) {
    const from = world.people[at];
    const address = from?.outside ? outside : inside;
    await superuser`update guard.sessions set address = ${address}, method = ${from?.method ?? "password"},
        issuer = ${from?.issuer ?? null}, own = ${from?.own ?? false}, identity_id = ${crypto.randomUUID()}
      where hash = guard.secret_hash(${secret})`;
    asked.push({ member, key: null, secret, audience: slug, address });
  }
  return { subjects: [...asked, ...keys], records };
}

/** What the wall decides for a credential, for each permission, as the application's role. */
async function opened({ secret, audience, address }: Subject): Promise<boolean[]> {
  await superuser`set local role berth_app`;
  const [row] = await superuser<{ opens: boolean[] }[]>`select array(
    select public.opens(${secret}, ${audience}, name, ${superuser.json({ address })}) from unnest(${asked.map((each) => operationFor.get(each) ?? "")}::text[])
      with ordinality as o (name, at) order by at) as opens`;
  await superuser`set local role berth_guard`;
  return row?.opens ?? [];
}

/** The evidence as the owner's context reads it. */
async function evidenceOf({ member, key }: Subject) {
  const { id, owner } = organization;
  await superuser`select guard.set_context(1, ${id}, ${owner.userId}, ${owner.membershipId}, null, null,
    repeat('1', 256)::bit(256), 'access.explain', 'session', '{}', clock_timestamp() + interval '60 seconds')`;
  const [row] = await superuser<{ evidence: unknown }[]>`select guard.access_evidence(${member}, ${key}) as evidence`;
  await superuser`set local berth.context = ''`;
  return evidenceShape.parse(row?.evidence);
}

describe("an explanation, evaluated again", () => {
  it("gives exactly what the wall decides, in random organizations", { timeout: 900_000 }, async () => {
    const runs = Number(process.env.WORLDS ?? 200);
    const count = { yes: 0, no: 0 };
    const rows = { yes: 0, no: 0 };
    const property = fc.asyncProperty(worlds, async (world) => {
      await superuser`begin`;
      try {
        await superuser`set local role berth_guard`;
        const { subjects, records } = await build(world);
        for (const subject of subjects) {
          const told = await evidenceOf(subject);
          const decided = asked.map((permission) => decide(told, permission).allowed);
          const truth = await opened(subject);
          expect({ told, decided }).toEqual({ told, decided: truth });
          for (const each of truth) count[each ? "yes" : "no"] += 1;
          for (const view of Object.values(seenBy)) {
            const shown = await seen(subject, view);
            const own = records.filter((record) => record.view === view);
            const judged = own.map((record) => decide(told, view, record).allowed);
            expect({ told, own, shown: judged }).toEqual({ told, own, shown: own.map(({ id }) => shown.has(id)) });
            for (const each of judged) rows[each ? "yes" : "no"] += 1;
          }
        }
        expect(await superuser`select * from guard.rights_drift()`).toEqual([]);
      } finally {
        await superuser`rollback`;
      }
    });
    await fc.assert(property, { numRuns: runs, seed: Number(process.env.SEED ?? 4) });
    expect(Math.min(count.yes, count.no)).toBeGreaterThan(runs);
    expect(Math.min(rows.yes, rows.no)).toBeGreaterThan(runs / 2);
  });
});
