import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { decodeId, encodeId } from "@/lib/ids";
import { inviteByCode } from "@/lib/invitations/operations";
import { readSecret } from "@/lib/invitations/secret";
import { createKey } from "@/lib/keys/operations";
import { requestAccess } from "@/lib/registrations/asking-operations";
import { listRegistrations } from "@/lib/registrations/operations";
import { offerOwnership, readOwnership } from "@/lib/settings/operations";
import { receiveNoted } from "@/lib/testing/requests";
import type { Act, Orders } from "@/lib/testing/victim";
import { addMember, createOrganization, createPerson, guard, publicHandle, unique } from "@/lib/testing/world";

/** `KILLS=200` for the full run; each takes about half a second. */
const kills = Number(process.env.KILLS ?? 24);
const acts: Act[] = ["found", "accept", "approve", "transfer", "regenerate"];

let spare: ChildProcess | undefined;

afterAll(() => {
  spare?.kill("SIGKILL");
});

async function nextVictim(): Promise<ChildProcess> {
  const victim = spare ?? start();
  spare = start();
  if (!victim.send) throw new Error("The victim has no channel.");
  if (!ready.has(victim)) await once(victim, "message");
  return victim;
}

const ready = new WeakSet<ChildProcess>();

function start(): ChildProcess {
  const child = fork("lib/testing/victim.ts", { execArgv: ["--import", "tsx"], env: process.env });
  child.once("message", () => ready.add(child));
  return child;
}

/** How long all acts take on this machine, in milliseconds, when nobody is killed. */
async function lifeOfOne(): Promise<number> {
  const { orders, look } = await world();
  const victim = await nextVictim();
  const said = new Set<string>();
  // Several messages come in one piece: none may come while nobody listens.
  const all = new Promise<void>((resolve) => {
    victim.on("message", (act) => {
      said.add(String(act));
      if (said.size === acts.length) resolve();
    });
  });
  const began = performance.now();
  victim.send(orders);
  await all;
  const took = performance.now() - began;
  victim.kill("SIGKILL");
  await settled();
  expect(Object.values(await look())).not.toContain(false);
  return took;
}

async function world() {
  const [founder, guest, asker] = [await createPerson(), await createPerson(), await createPerson()];
  const organization = await createOrganization();
  const other = await createOrganization();
  const heir = await addMember(other);
  const { owner, slug, id } = organization;
  const { code } = await owner.handle.run(inviteByCode, {});
  await publicHandle().run(requestAccess, { slug, name: asker.name, email: asker.email });
  await receiveNoted();
  const [asked] = (await owner.handle.run(listRegistrations, {})).data;
  const key = await owner.handle.run(createKey, { label: "Old" });
  await other.owner.handle.run(offerOwnership, { member: encodeId("mem", heir.membershipId) });
  const { offer } = await heir.handle.run(readOwnership, {});
  const name = unique("Killed");
  const orders: Orders = {
    found: { session: founder.session, input: input(name) },
    accept: { session: guest.session, code: readSecret(code)?.secret ?? "" },
    approve: { session: owner.hostSession, slug, request: asked?.id ?? "" },
    transfer: { session: heir.hostSession, slug: other.slug, transfer: offer?.id ?? "" },
    regenerate: { session: owner.hostSession, slug, key: key.id },
  };
  return { orders, look: () => look({ name, id, other: other.id, founder, guest, asker, heir, orders }) };
}

const input = (name: string): Orders["found"]["input"] => ({
  name,
  company_name: `${name} Ltd`,
  industry: "parcel",
  company_size: "11-50",
  city: "Rotterdam",
  country: "NL",
  currency: "EUR",
  time_zone: "Europe/Amsterdam",
  role_template: "fleet",
});

type Seen = {
  name: string;
  id: string;
  other: string;
  orders: Orders;
} & Record<"founder" | "guest" | "asker" | "heir", { userId: string; email: string }>;

type Counted<Names extends string> = Record<Names, number>;

/** Which acts the database holds whole; a fault where it holds one in part. */
async function look({ name, id, other, founder, guest, asker, heir, orders }: Seen) {
  const [found] = await guard<Counted<"organizations" | "owners" | "furnished" | "keys" | "rights">[]>`
    select (select count(*)::int from public.organizations where name = ${name}) as organizations,
      (select count(*)::int from public.memberships where user_id = ${founder.userId} and role_key = 'owner') as owners,
      (select count(distinct r.organization_id)::int from public.roles r join public.memberships m
        using (organization_id) where m.user_id = ${founder.userId}) as furnished,
      (select count(*)::int from guard.api_keys k join public.memberships m using (organization_id)
        where m.user_id = ${founder.userId}) as keys,
      (select count(*)::int from guard.rights r join public.memberships m on m.organization_id = r.organization_id
        and m.id = r.membership_id where m.user_id = ${founder.userId}) as rights`;
  const [accepted] = await guard<Counted<"used" | "joined" | "told">[]>`
    select (select count(*)::int from guard.invitations where organization_id = ${id} and accepted_at is not null) as used,
      (select count(*)::int from public.memberships where organization_id = ${id} and user_id = ${guest.userId}) as joined,
      (select count(*)::int from audit.entries where organization_id = ${id} and record_type = 'memberships'
        and actor_user_id = ${guest.userId} and action = 'insert') as told`;
  const [approved] = await guard<Counted<"decided" | "joined" | "mailed">[]>`
    select (select count(*)::int from public.registration_requests where organization_id = ${id}
        and id = ${decodeId("reg", orders.approve.request) ?? ""} and state = 'approved') as decided,
      (select count(*)::int from public.memberships where organization_id = ${id} and user_id = ${asker.userId}) as joined,
      (select count(*)::int from guard.jobs where organization_id = ${id} and payload ->> 'template' = 'request-approved'
        and payload ->> 'to' = ${asker.email}) as mailed`;
  const owners = await guard<{ user_id: string }[]>`select user_id from public.memberships
    where organization_id = ${other} and role_key = 'owner' and status = 'active'`;
  const [offers] = await guard<{ open: number }[]>`select count(*)::int as open from public.ownership_transfers
    where organization_id = ${other} and state = 'offered'`;
  const keys = await guard<{ id: string; live: boolean }[]>`
    select id, revoked_at is null as live from guard.api_keys where organization_id = ${id}`;
  const old = keys.find((key) => key.id === decodeId("apk", orders.regenerate.key));
  return {
    found: whole(found ?? {}),
    accept: whole(accepted ?? {}),
    approve: whole(approved ?? {}),
    transfer: whole({ moved: Number(owners[0]?.user_id === heir.userId), closed: 1 - (offers?.open ?? 0) }, owners),
    regenerate: whole(
      { replaced: Number(!old?.live), made: keys.length - 1, live: Number(!old?.live) },
      keys.filter((key) => key.live),
    ),
  } satisfies Record<Act, boolean>;
}

/** All ones or all zeros; and of what there must be exactly one, one. */
function whole(counts: Record<string, number>, single: unknown[] = [null]): boolean {
  const values = Object.values(counts);
  expect(single.length, JSON.stringify(counts)).toBe(1);
  expect([0, 1], JSON.stringify(counts)).toContain(values[0]);
  expect(new Set(values).size, JSON.stringify(counts)).toBe(1);
  return values[0] === 1;
}

/** A dead client's statement ends by itself; only then is it settled whether its change stands. */
async function settled(): Promise<void> {
  for (;;) {
    // By the locks that every transaction holds: what another role does is not shown.
    const [busy] = await guard<
      { count: number }[]
    >`select count(*)::int from pg_locks l join pg_stat_activity a using (pid)
      where a.datname = current_database() and a.usename = 'berth_app' and l.locktype = 'virtualxid'`;
    if (busy?.count === 0) return;
    await wait(2);
  }
}

describe(`a process killed ${kills} times`, () => {
  it("leaves each act done or not begun, and keeps what it acknowledged", { timeout: 1_200_000 }, async () => {
    let longest = 1.5 * (await lifeOfOne());
    const done: Record<Act, number> = { found: 0, accept: 0, approve: 0, transfer: 0, regenerate: 0 };
    for (let round = 0; round < kills; round += 1) {
      const { orders, look } = await world();
      const victim = await nextVictim();
      const said: string[] = [];
      victim.on("message", (message) => said.push(String(message)));
      const gone = once(victim, "exit");
      victim.send(orders);
      await wait(Math.random() * longest);
      victim.kill("SIGKILL");
      await gone;
      await settled();
      const truth = await look();
      for (const act of acts) if (truth[act]) done[act] += 1;
      for (const message of said) expect(truth, `${message} was acknowledged`).toMatchObject({ [message]: true });
      // A machine is not equally fast all the time.
      if (said.length === acts.length) longest *= 0.7;
      else if (said.length === 0) longest *= 1.3;
    }
    // Were all done or none, the kills came too late or too early to prove anything.
    const total = Object.values(done).reduce((sum, count) => sum + count, 0);
    expect(total).toBeGreaterThan(0);
    expect(total).toBeLessThan(kills * acts.length);
    console.info(`killed ${kills} times; done: ${JSON.stringify(done)}`);
  });
});
