import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { encodeId } from "@/lib/ids";
import { createKey } from "@/lib/keys/operations";
import { removeMember, setMemberRole, suspendMember } from "@/lib/members/operations";
import { approveRegistration, listRegistrations } from "@/lib/registrations/operations";
import { testKey } from "@/lib/testing/keys";
import { sentMails } from "@/lib/testing/mails";
import { makeRequest } from "@/lib/testing/records";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, guard, keyHandle, type Member, type Organization } from "@/lib/testing/world";
import { createDelegation, endDelegation, listDelegations } from "./operations";

const day = (later: number) => new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10);
const member = ({ membershipId }: Member) => encodeId("mem", membershipId);

/** An organization with an admin who decides and a plain user who could stand in. */
async function desk() {
  const organization = await createOrganization();
  const admin = await addMember(organization, { role: "admin" });
  const user = await addMember(organization, { role: "user" });
  return { organization, admin, user };
}

async function lend(giver: Member, receiver: Member, days: { from?: number; until?: number } = {}) {
  const input = { to: member(receiver), from: day(days.from ?? 0), until: day(days.until ?? 5) };
  return giver.handle.run(createDelegation, input);
}

const mayDecide = async (who: Member, organization: Organization) => {
  const id = await makeRequest(organization);
  return who.handle.run(approveRegistration, { id }).then(
    () => true,
    (error: { code: string }) => {
      expect(error.code).toBe("forbidden");
      return false;
    },
  );
};

/** The wall's function, called inside a context that was opened for a weaker operation. */
const nameByHand = (to: Member, from = "now()", until = "now() + interval '1 day'") =>
  defineOperation({
    ...listDelegations,
    access: "write",
    asksOnce: false,
    input: z.strictObject({}),
    output: z.unknown(),
    run: ({ db }) =>
      db.call(sql`guard.name_stand_in(${to.membershipId}, ${sql.raw(from)}, ${sql.raw(until)}, null)`, z.unknown()),
  });

const noDrift = async () => expect(await guard`select * from guard.rights_drift()`).toHaveLength(0);

describe("a stand-in", () => {
  it("decides from the next request on, for that time, and is told", async () => {
    const { organization, admin, user } = await desk();
    expect(await mayDecide(user, organization)).toBe(false);
    await lend(admin, user);
    expect(await mayDecide(user, organization)).toBe(true);
    await expect(user.handle.run(listRegistrations, {})).resolves.toBeDefined();
    expect((await sentMails(user.email)).map(({ template }) => template)).toContain("stand-in");
    expect(await user.handle.run(listDelegations, {})).toMatchObject([{ forMe: true, live: true, mayEnd: true }]);
    await guard`update public.delegations set starts_at = now() - interval '9 days', ends_at = now() - interval '1 second'
      where organization_id = ${organization.id}`;
    expect(await mayDecide(user, organization)).toBe(false);
    await noDrift();
  });

  it("begins and ends by the clock alone, without anybody writing", async () => {
    const { organization, admin, user } = await desk();
    const began = performance.now();
    await mayDecide(user, organization);
    const first = Math.max(3, ((performance.now() - began) / 1000) * 10);
    await guard.begin(async (tx) => {
      await tx`insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, starts_at, ends_at)
        values (${organization.id}, guard.uuid7(), ${admin.membershipId}, ${user.membershipId},
          clock_timestamp() + make_interval(secs => ${first}), clock_timestamp() + make_interval(secs => ${3 * first}))`;
    });
    expect(await mayDecide(user, organization)).toBe(false);
    const key = testKey();
    await guard`select guard.insert_key(${organization.id}, ${user.membershipId}, 'Kept', ${key}, repeat('1', 256)::bit(256), null)`;
    const soon = { timeout: 120_000, interval: 100 };
    await expect.poll(() => mayDecide(user, organization), soon).toBe(true);
    await expect(keyHandle(key).run(listRegistrations, {})).resolves.toBeDefined();
    await expect.poll(() => mayDecide(user, organization), soon).toBe(false);
    await expect(keyHandle(key).run(listRegistrations, {})).rejects.toMatchObject({ code: "forbidden" });
    await noDrift();
  });

  it("hears of new requests while it lasts", async () => {
    const { organization, admin, user } = await desk();
    await lend(admin, user);
    await guard`select guard.announce_request(${organization.id}, id) from public.registration_requests
      where id = (select max(id::text)::uuid from public.registration_requests where organization_id = ${organization.id})`;
    await makeRequest(organization);
    await guard`select guard.announce_request(organization_id, id) from public.registration_requests
      where organization_id = ${organization.id}`;
    const told =
      await guard`select 1 from public.notices where user_id = ${user.userId} and kind = 'registration.waiting'`;
    expect(told).toHaveLength(1);
  });

  it.each([
    ["loses the right", (m: Member, owner: Member) => owner.handle.run(setMemberRole, { id: member(m), role: "user" })],
    ["is suspended", (m: Member, owner: Member) => owner.handle.run(suspendMember, { id: member(m) })],
    ["is removed", (m: Member, owner: Member) => owner.handle.run(removeMember, { id: member(m) })],
  ])("ends at once when who lent %s, and does not come back", async (_, act) => {
    const { organization, admin, user } = await desk();
    await lend(admin, user);
    expect(await mayDecide(user, organization)).toBe(true);
    await act(admin, organization.owner);
    expect(await mayDecide(user, organization)).toBe(false);
    await guard`update public.memberships set role_key = 'admin', status = 'active' where id = ${admin.membershipId}`;
    expect(await mayDecide(user, organization)).toBe(false);
    expect(await user.handle.run(listDelegations, {})).toEqual([]);
    await noDrift();
  });

  it("can be ended by both sides and by who manages members, by nobody else, once", async () => {
    const { organization, admin, user } = await desk();
    const other = await addMember(organization, { role: "user" });
    for (const who of [admin, user, organization.owner]) {
      const { id } = await lend(admin, user);
      await expect(other.handle.run(endDelegation, { id })).rejects.toMatchObject({ code: "forbidden" });
      await who.handle.run(endDelegation, { id });
      expect(await mayDecide(user, organization)).toBe(false);
      await expect(who.handle.run(endDelegation, { id })).rejects.toMatchObject({ reason: "ended" });
    }
    const [entries] = await guard<{ made: number; ended: number }[]>`
      select count(*) filter (where action = 'insert')::int as made, count(*) filter (where action = 'update')::int as ended
      from audit.entries where organization_id = ${organization.id} and record_type = 'delegations'`;
    expect(entries).toEqual({ made: 3, ended: 3 });
  });

  it("is replaced by the next one", async () => {
    const { organization, admin, user } = await desk();
    const next = await addMember(organization, { role: "user" });
    await lend(admin, user);
    await lend(admin, next);
    expect(await mayDecide(user, organization)).toBe(false);
    expect(await mayDecide(next, organization)).toBe(true);
  });
});

describe("what was lent is not given on", () => {
  it("by approving somebody into a role that holds it", async () => {
    const { organization, admin, user } = await desk();
    const role = await createRole(organization, ["registrations.view", "registrations.decide"]);
    await lend(admin, user);
    const id = await makeRequest(organization);
    await expect(user.handle.run(approveRegistration, { id, role })).rejects.toMatchObject({
      code: "forbidden",
      reason: "above_own_rights",
    });
    await expect(admin.handle.run(approveRegistration, { id, role })).resolves.toBeDefined();
  });

  it("by a role of one's own, in SQL", async () => {
    const { organization, admin, user } = await desk();
    const key = await createRole(organization, ["roles.manage"]);
    await guard`update public.memberships set role_key = ${key} where id = ${user.membershipId}`;
    await lend(admin, user);
    const widen = defineOperation({
      ...listDelegations,
      access: "write",
      asksOnce: false,
      input: z.strictObject({}),
      output: z.unknown(),
      run: ({ db }) =>
        db.query.execute(sql`update roles set permissions = '{roles.manage,registrations.decide}' where key = ${key}`),
    });
    await expect(user.handle.run(widen, {})).rejects.toMatchObject({ reason: "above_own_rights" });
  });
});

describe("nobody lends above their own rights, whatever the application checked", () => {
  it("not who does not decide", async () => {
    const { organization, user } = await desk();
    const friend = await addMember(organization);
    await expect(user.handle.run(nameByHand(friend), {})).rejects.toMatchObject({ permission: "registrations.decide" });
    expect(await mayDecide(friend, organization)).toBe(false);
  });

  it("not a stand-in, of what was lent", async () => {
    const { organization, admin, user } = await desk();
    const friend = await addMember(organization);
    await lend(admin, user);
    await expect(user.handle.run(nameByHand(friend), {})).rejects.toMatchObject({ reason: "above_own_rights" });
    expect(await mayDecide(friend, organization)).toBe(false);
  });

  it("gives the queue and nothing else; roles above the stand-in's own stay out of reach", async () => {
    const { organization, admin, user } = await desk();
    await lend(admin, user);
    const id = await makeRequest(organization);
    await expect(user.handle.run(approveRegistration, { id, role: "admin" })).rejects.toMatchObject({
      reason: "above_own_rights",
    });
    await expect(user.handle.run(createKey, { label: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(user.handle.run(removeMember, { id: member(admin) })).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([
    ["an end before the beginning", "now()", "now() - interval '1 hour'"],
    ["more than 90 days", "now()", "now() + interval '91 days'"],
    ["a beginning in years", "now() + interval '2 years'", "now() + interval '2 years 1 day'"],
  ])("refuses %s", async (_, from, until) => {
    const { admin, user } = await desk();
    await expect(admin.handle.run(nameByHand(user, from, until), {})).rejects.toMatchObject({ reason: "time_wrong" });
  });

  it("not to oneself, to a stranger or to somebody suspended", async () => {
    const { organization, admin, user } = await desk();
    const stranger = (await createOrganization()).owner;
    await expect(admin.handle.run(nameByHand(admin), {})).rejects.toMatchObject({ reason: "self" });
    await expect(admin.handle.run(nameByHand(stranger), {})).rejects.toMatchObject({ code: "not_found" });
    await organization.owner.handle.run(suspendMember, { id: member(user) });
    await expect(admin.handle.run(nameByHand(user), {})).rejects.toMatchObject({ reason: "not_active" });
  });

  it("keeps the application's role from writing the table itself", async () => {
    const { admin, user } = await desk();
    const insert = defineOperation({
      ...listDelegations,
      access: "write",
      asksOnce: false,
      output: z.unknown(),
      run: ({ db }) =>
        db.query.execute(sql`insert into delegations (organization_id, id, from_membership_id, to_membership_id, starts_at,
          ends_at) values (${db.organizationId}, gen_random_uuid(), ${admin.membershipId}, ${user.membershipId}, now(),
          now() + interval '1 day')`),
    });
    await expect(admin.handle.run(insert, {})).rejects.toThrow();
  });
});

describe("races", () => {
  it("a demotion and a naming at once leave no right behind", async () => {
    for (let round = 0; round < 40; round++) {
      const { organization, admin, user } = await desk();
      const [, demoted] = await Promise.allSettled([
        lend(admin, user),
        organization.owner.handle.run(setMemberRole, { id: member(admin), role: "user" }),
      ]);
      expect(demoted.status).toBe("fulfilled");
      expect(await mayDecide(user, organization)).toBe(false);
      await noDrift();
    }
  });

  it("two namings at once leave one stand-in", async () => {
    const { organization, admin, user } = await desk();
    const other = await addMember(organization);
    for (let round = 0; round < 20; round++) {
      await Promise.allSettled([lend(admin, user), lend(admin, other)]);
      expect(await admin.handle.run(listDelegations, {})).toHaveLength(1);
      await noDrift();
    }
    expect(organization.id).not.toBe("");
  });
});
