import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { flags, type Permission, permissions } from "@/lib/access/permissions";
import { encodeId } from "@/lib/ids";
import { operations } from "@/lib/operations";
import { testKey } from "@/lib/testing/keys";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, guard, keyHandle } from "@/lib/testing/world";
import { decide } from "./decide";
import { explainAccess, listAccess } from "./operations";
import { sharedTables } from "./records";
import { evidence as evidenceShape, type RecordEvidence } from "./schema";

const asked: Permission[] = [
  "organization.view",
  "orders.view",
  "customers.view",
  "customers.manage",
  "members.invite",
  "settings.manage",
];
const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 0 });

/** An organization in short: up to five roles of its own (each may inherit from those before it), people, loans, keys. */
const worlds = fc.record({
  suspended: fc.boolean(),
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
  it("gives exactly what the wall decides, in random organizations", { timeout: 240_000 }, async () => {
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

describe("explaining", () => {
  it("names the chain of roles, the flag, the loan, and who can give what is missing", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const dispatcher = await addMember(organization, { role: "dispatcher" });
    const member = encodeId("mem", dispatcher.membershipId);
    const why = (permission: Permission) => admin.handle.run(explainAccess, { permission, member });
    expect(await why("shipments.view")).toMatchObject({
      allowed: true,
      summary: "The role Dispatcher inherits it from User.",
      steps: [
        { about: "role", roles: ["dispatcher", "user"] },
        { about: "flag", speaks: "neither" },
        { about: "plan", speaks: "neither" },
      ],
    });
    const missing = await why("customers.view");
    expect(missing).toMatchObject({ allowed: false, summary: "Neither role, flags nor a loan give it." });
    expect(missing.grantors?.names).toContain(organization.owner.name);
    await guard`update public.memberships set flags = '{view_customers}' where id = ${dispatcher.membershipId}`;
    expect(await why("customers.view")).toMatchObject({
      allowed: true,
      summary: "The flag “View customers” gives it.",
    });
    await guard`insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, stand_in, permissions, starts_at, ends_at)
      values (${organization.id}, guard.uuid7(), ${admin.membershipId}, ${dispatcher.membershipId}, false, '{invoices.approve}', now(), now() + interval '2 days')`;
    expect((await why("invoices.approve")).summary).toMatch(/ lends it until \d{4}-\d\d-\d\d\.$/);
    await guard`update public.memberships set status = 'suspended' where id = ${dispatcher.membershipId}`;
    expect(await why("invoices.approve")).toMatchObject({
      allowed: false,
      steps: [{ about: "membership" }, { about: "plan" }],
    });
  });

  it("says which demand of the policy decides, of networks and ways to sign in", async () => {
    const organization = await createOrganization();
    const { owner, id } = organization;
    const driver = await addMember(organization, { role: "driver" });
    const member = encodeId("mem", driver.membershipId);
    const why = () => owner.handle.run(explainAccess, { permission: "shipments.view", member });
    expect(await why()).toMatchObject({ allowed: true });
    await guard`update guard.sessions set address = '198.51.100.7' where user_id = ${driver.userId}`;
    await guard`update guard.sessions set address = ${owner.handle.request.address} where user_id = ${owner.userId}`;
    await guard`update public.organizations set allowed_networks = ${[`${owner.handle.request.address}/32`]} where id = ${id}`;
    expect(await why()).toMatchObject({
      allowed: false,
      summary: "The member is outside of the networks that the organization allows: nothing opens.",
    });
    await guard`update public.organizations set allowed_networks = null, sign_in_ways = '{password}' where id = ${id}`;
    await guard`update guard.sessions set method = 'other' where user_id = ${driver.userId}`;
    expect(await why()).toMatchObject({
      allowed: false,
      summary: "The organization does not allow the way of the present sign-in: nothing opens.",
    });
  });

  it("tells everybody about themselves, and about others only who may see members or roles", async () => {
    const organization = await createOrganization();
    const staff = await addMember(organization, { role: "staff" });
    const viewer = await addMember(organization, { role: await createRole(organization, ["roles.view"]) });
    const other = encodeId("mem", organization.owner.membershipId);
    const own = await staff.handle.run(listAccess, {});
    expect(own.data.filter(({ allowed }) => allowed).map(({ permission }) => permission)).toEqual([
      "organization.view",
    ]);
    expect(own.data).toHaveLength(permissions.length);
    await expect(staff.handle.run(listAccess, { member: other })).rejects.toMatchObject({ permission: "members.view" });
    await expect(viewer.handle.run(listAccess, { member: other })).resolves.toMatchObject({ member: { id: other } });
    const stranger = encodeId("mem", (await createOrganization()).owner.membershipId);
    await expect(viewer.handle.run(listAccess, { member: stranger })).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes any record that the asking person sees, and says what its branch decides", async () => {
    const organization = await createOrganization();
    const { owner, id } = organization;
    const [berlin, order, customer] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    const driver = await addMember(organization, { role: "driver" });
    const dispatcher = await addMember(organization, { role: "member" });
    await guard`insert into public.branches (organization_id, id, name, code) values (${id}, ${berlin}, 'Berlin', 'BER')`;
    await guard`insert into public.orders (organization_id, id, reference, status, channel, total, currency, branch_id, created_at, updated_at)
      values (${id}, ${order}, 'A-1', 'open', 'web', 0, 'EUR', ${berlin}, now(), now())`;
    await guard`insert into public.customers (organization_id, id, name, kind, created_at, updated_at)
      values (${id}, ${customer}, 'Ada', 'person', now(), now())`;
    await guard`update public.memberships set all_branches = false where id = ${dispatcher.membershipId}`;
    const member = encodeId("mem", dispatcher.membershipId);
    const why = (record: string) => owner.handle.run(explainAccess, { record, member });
    expect(await why(encodeId("ord", order))).toMatchObject({
      allowed: false,
      permission: "orders.view",
      record: { word: "order", branch: "Berlin" },
      summary: "This order is of the branch Berlin, and the member is not there.",
    });
    await guard`insert into public.membership_branches (organization_id, id, membership_id, branch_id)
      values (${id}, guard.uuid7(), ${dispatcher.membershipId}, ${berlin})`;
    expect(await why(encodeId("ord", order))).toMatchObject({ allowed: true });
    expect(await why(encodeId("cus", customer))).toMatchObject({ allowed: true, permission: "customers.view" });
    expect(await why(member)).toMatchObject({ allowed: false, permission: "members.view", record: { word: "member" } });
    const unknown = { code: "not_found", message: "There is no such record." };
    await expect(driver.handle.run(explainAccess, { record: encodeId("cus", customer) })).rejects.toMatchObject(
      unknown,
    );
    await expect(why(encodeId("ord", crypto.randomUUID()))).rejects.toMatchObject(unknown);
    const other = await createOrganization();
    await expect(other.owner.handle.run(explainAccess, { record: encodeId("ord", order) })).rejects.toMatchObject(
      unknown,
    );
  });

  it("tells a key about itself", async () => {
    const organization = await createOrganization();
    const secret = testKey();
    await guard`select guard.insert_key(${organization.id}, ${organization.owner.membershipId}, 'Scanner', ${secret},
      guard.permission_bits('{organization.view,orders.view}'), null)`;
    const { allowed, summary } = await keyHandle(secret).run(explainAccess, { permission: "customers.view" });
    expect({ allowed, summary }).toEqual({ allowed: false, summary: "The key “Scanner” was made without it." });
    expect(await keyHandle(secret).run(explainAccess, { permission: "orders.view" })).toMatchObject({ allowed: true });
  });
});
