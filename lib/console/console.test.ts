import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { listMembers } from "@/lib/members/operations";
import { testDatabase } from "@/lib/testing/database";
import {
  addMember,
  createOrganization,
  createPerson,
  createSuperAdmin,
  guard,
  type Person,
  platformHandle,
  request,
  unique,
} from "@/lib/testing/world";
import { viewPlatformUsage } from "@/lib/usage/console-operations";
import * as acts from "./acts";
import * as reads from "./operations";
import * as visits from "./visit";

const nil = "00000000-0000-0000-0000-000000000000";
const reason = "Ticket 4711: they miss a member";
const outside = (id: string) => encodeId("org", id);

/** As berth_app, straight at the wall: the platform opened for `person`, then raw SQL. */
async function raw(person: Person, visit: string | null, work: (sql: postgres.TransactionSql) => Promise<unknown>) {
  const app = postgres((await testDatabase()).app, { max: 1, onnotice: () => undefined });
  try {
    return await app.begin(async (sql) => {
      await sql`select guard.open_platform(${person.session}, 'platform.visit_members', ${visit}, ${sql.json({ ...request(), reason })})`;
      return await work(sql);
    });
  } finally {
    await app.end();
  }
}

describe("the console's door", () => {
  it.each(["nobody in particular", "an owner", "a member"])("answers %s as if nothing were there", async (who) => {
    const organization = await createOrganization();
    const person =
      who === "an owner"
        ? organization.owner
        : who === "a member"
          ? await addMember(organization)
          : await createPerson();
    const handle = platformHandle(person);
    const tries = [
      () => handle.run(reads.consoleShell, {}),
      () => handle.run(reads.listOrganizations, {}),
      () => handle.run(reads.listUsers, {}),
      () => handle.run(reads.platformHealth, {}),
      () => handle.run(reads.listPlatformAudit, {}),
      () => handle.run(viewPlatformUsage, {}),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    const suspend = platformHandle(person).run(acts.suspendOrganization, {
      organizationId: outside(organization.id),
      reason,
    });
    await expect(suspend).rejects.toMatchObject({ code: "not_found" });
  });

  it("asks for the password where it was not typed within half an hour [S105]", async () => {
    const admin = await createSuperAdmin();
    await expect(platformHandle(admin).run(reads.consoleShell, {})).resolves.toMatchObject({ email: admin.email });
    await guard`update guard.sessions set confirmed_at = now() - interval '31 minutes' where user_id = ${admin.userId}`;
    await expect(platformHandle(admin).run(reads.consoleShell, {})).rejects.toMatchObject({ code: "confirm_password" });
  });

  it("closes with the next request once the rights are taken", async () => {
    const admin = await createSuperAdmin();
    await guard`update guard.super_admins set revoked_at = now() where user_id = ${admin.userId}`;
    await expect(platformHandle(admin).run(reads.consoleShell, {})).rejects.toMatchObject({ code: "not_found" });
  });

  it("never leads past it: no context, no platform functions [S22]", async () => {
    const app = postgres((await testDatabase()).app, { max: 1 });
    for (const call of [
      "platform_shell()",
      "platform_health()",
      "platform_usage(30, 20)",
      "platform_user(gen_random_uuid())",
      "retry_job(gen_random_uuid())",
    ])
      await expect(app.unsafe(`select guard.${call}`)).rejects.toMatchObject({ code: "42501" });
    await app.end();
  });
});

describe("a visit", () => {
  it("reads one organization, on its record with the reason [S104]", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const admin = await createSuperAdmin();
    const members = await platformHandle(admin, { organizationId: a.id, reason }).run(visits.visitMembers, {});
    expect(members.map(({ email }) => email)).toEqual([a.owner.email]);
    await platformHandle(admin, { organizationId: a.id, reason }).run(visits.visitAudit, {});
    const seen = await guard<
      { after: { reason: string }; actor_label: string }[]
    >`select after, actor_label from audit.entries
      where organization_id = ${a.id} and action = 'view'`;
    expect(seen).toEqual([{ after: { reason }, actor_label: expect.stringContaining(admin.email) }]);
    expect(await guard`select 1 from audit.entries where organization_id = ${b.id} and action = 'view'`).toHaveLength(
      0,
    );
  });

  it("is begun with a reason by a super admin alone", async () => {
    const { id } = await createOrganization();
    const input = { organizationId: outside(id), reason };
    expect(await platformHandle(await createSuperAdmin()).run(reads.beginVisit, input)).toEqual({
      id: outside(id),
      reason,
    });
    await expect(platformHandle(await createPerson()).run(reads.beginVisit, input)).rejects.toMatchObject({
      code: "not_found",
    });
    const none = { ...input, reason: " x " };
    await expect(platformHandle(await createSuperAdmin()).run(reads.beginVisit, none)).rejects.toMatchObject({
      fields: { reason: [expect.any(String)] },
    });
  });

  it("is refused without a reason", async () => {
    const organization = await createOrganization();
    const handle = platformHandle(await createSuperAdmin(), { organizationId: organization.id, reason: " x " });
    await expect(handle.run(visits.visitMembers, {})).rejects.toMatchObject({ reason: "reason_missing" });
  });

  it.each([
    "update memberships set status = 'suspended'",
    "delete from memberships",
    "update organizations set name = 'Taken'",
    "insert into roles (id, key, name) values (gen_random_uuid(), 'mine', 'Mine')",
  ])("cannot write: %s", async (statement) => {
    const organization = await createOrganization();
    const write = raw(await createSuperAdmin(), organization.id, (sql) => sql.unsafe(statement));
    await expect(write).rejects.toMatchObject({ code: "25006" });
  });

  it("stays read only when the transaction is told otherwise", async () => {
    const organization = await createOrganization();
    const write = raw(await createSuperAdmin(), organization.id, async (sql) => {
      await sql.unsafe("set transaction read write");
    });
    await expect(write).rejects.toMatchObject({ code: "25001" });
  });

  it("is no member: functions of the organization refuse it", async () => {
    const organization = await createOrganization();
    const admin = await createSuperAdmin();
    for (const visit of [organization.id, null])
      for (const call of [
        "keys()",
        "change_slug('other-slug')",
        "delete_organization()",
        "offer_ownership(gen_random_uuid())",
      ])
        await expect(raw(admin, visit, (sql) => sql.unsafe(`select guard.${call}`))).rejects.toThrow();
    await expect(raw(admin, null, (sql) => sql.unsafe("select * from memberships"))).rejects.toMatchObject({
      code: "42501",
    });
    await expect(
      raw(admin, organization.id, (sql) => sql.unsafe("select guard.platform_shell()")),
    ).rejects.toMatchObject({
      code: "42501",
    });
  });

  it("shows nothing of another organization, whatever is asked [S104]", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const rows = await raw(
      await createSuperAdmin(),
      a.id,
      (sql) => sql`select 1 from memberships where organization_id = ${b.id}`,
    );
    expect(rows).toHaveLength(0);
  });
});

describe("suspend and restore", () => {
  it("hold on the next request of a session and of a key", async () => {
    const organization = await createOrganization();
    const admin = await createSuperAdmin();
    const key = `key_${"0".repeat(70 - organization.slug.length)}${organization.slug.replaceAll("-", "")}`;
    await guard`select guard.insert_key(${organization.id}, ${organization.owner.membershipId}, 'Key', ${key}, repeat('1', 256)::bit(256), null)`;
    const openKey = () =>
      guard`select guard.open(${key}, '', null, ${listMembers.name}, '{}') as opened`
        .then(() => "open")
        .catch((e: { code: string }) => e.code);
    const list = () =>
      organization.owner.handle
        .run(listMembers, {})
        .then(() => "open")
        .catch((e: { code: string }) => e.code);
    expect([await list(), await openKey()]).toEqual(["open", "open"]);
    const organizationId = outside(organization.id);
    await platformHandle(admin).run(acts.suspendOrganization, { organizationId, reason: "Unpaid since March" });
    expect([await list(), await openKey()]).toEqual(["suspended", "BE005"]);
    await expect(
      platformHandle(admin).run(acts.suspendOrganization, { organizationId, reason: "Again, in error" }),
    ).rejects.toMatchObject({ reason: "not_active" });
    await platformHandle(admin).run(acts.restoreOrganization, { organizationId });
    expect([await list(), await openKey()]).toEqual(["open", "open"]);
    const entries = await guard<
      { organization_id: string; action: string }[]
    >`select organization_id, action from audit.entries
      where actor_user_id = ${admin.userId} and record_id = ${organization.id} and action <> 'sign_in' order by id`;
    expect(entries.filter((entry) => entry.organization_id === nil).map(({ action }) => action)).toEqual([
      "suspend",
      "restore",
    ]);
    expect(entries.filter((entry) => entry.organization_id === organization.id)).toHaveLength(2);
  });

  it("asks for a reason", async () => {
    const organizationId = outside((await createOrganization()).id);
    const suspend = platformHandle(await createSuperAdmin()).run(acts.suspendOrganization, {
      organizationId,
      reason: "no",
    });
    await expect(suspend).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("a new organization", () => {
  it("waits for its first owner, who is invited by mail", async () => {
    const slug = unique("fresh");
    const input = {
      name: "Fresh Lines",
      slug,
      email: `${slug}@people.example`,
      currency: "eur",
      timeZone: "Europe/Oslo",
      roleTemplate: "fleet" as const,
    };
    const admin = await createSuperAdmin();
    const made = await platformHandle(admin).run(acts.createOrganizationFor, input);
    const facts = await platformHandle(admin).run(reads.findOrganization, { id: made.id });
    expect(facts).toMatchObject({
      state: "awaiting_owner",
      currency: "EUR",
      first_owner: { email: input.email, live: true },
    });
    const mails = await guard`select 1 from guard.jobs where task = 'mail.send' and payload ->> 'to' = ${input.email}`;
    expect(mails).toHaveLength(1);
    await expect(platformHandle(admin).run(acts.createOrganizationFor, input)).rejects.toMatchObject({
      reason: "slug_taken",
    });
    const other = `other-${input.email}`;
    await platformHandle(admin).run(acts.inviteFirstOwner, { organizationId: made.id, email: other });
    const live = await guard<
      { email: string }[]
    >`select email from guard.invitations i join organizations g on g.id = i.organization_id
      where g.slug = ${slug} and i.revoked_at is null`;
    expect(live.map(({ email }) => email)).toEqual([other]);
  });
});

describe("lists", () => {
  it("page by key, search by name, address and id, and refuse a foreign cursor", async () => {
    const admin = await createSuperAdmin();
    const word = unique("searched");
    const made = [];
    for (const number of [1, 2, 3]) made.push(await createOrganization({ name: `${word} ${number}` }));
    const first = await platformHandle(admin).run(reads.listOrganizations, { q: word, limit: 2 });
    const cursor = first.next_cursor ?? "";
    const rest = await platformHandle(admin).run(reads.listOrganizations, { q: word, limit: 2, cursor });
    expect([...first.data, ...rest.data].map(({ name }) => name)).toEqual([`${word} 3`, `${word} 2`, `${word} 1`]);
    expect(rest.next_cursor).toBeNull();
    const byId = await platformHandle(admin).run(reads.listOrganizations, { q: outside(made[1]?.id ?? "") });
    expect(byId.data.map(({ name }) => name)).toEqual([`${word} 2`]);
    const people = await platformHandle(admin).run(reads.listUsers, { q: made[0]?.owner.email ?? "" });
    expect(people.data).toMatchObject([{ organizations: 1, sessions: 1, super_admin: false }]);
    await expect(platformHandle(admin).run(reads.listUsers, { cursor })).rejects.toMatchObject({
      reason: "bad_cursor",
    });
    const percent = await platformHandle(admin).run(reads.listOrganizations, { q: "%" });
    expect(percent.data).toEqual([]);
  });

  it("shows failed jobs and tries one again, once", async () => {
    const admin = await createSuperAdmin();
    const [job] = await guard<
      { id: string }[]
    >`insert into guard.jobs (id, task, payload, state, attempts, last_error, finished_at)
      values (guard.uuid7(), 'mail.send', '{"template": "invitation", "to": "x@y.example", "sealed": "s3cret"}', 'failed', 12, 'Mailbox full', now())
      returning id`;
    const failed = await platformHandle(admin).run(reads.listJobs, { queue: "mail", state: "failed" });
    expect(failed.data).toMatchObject([
      { template: "invitation", recipient: "x@y.example", last_error: "Mailbox full" },
    ]);
    expect(JSON.stringify(failed)).not.toContain("s3cret");
    const id = encodeId("job", job?.id ?? "");
    await platformHandle(admin).run(acts.retryJob, { id });
    await expect(platformHandle(admin).run(acts.retryJob, { id })).rejects.toMatchObject({ reason: "not_failed" });
    const audit = await platformHandle(admin).run(reads.listPlatformAudit, { q: "action:retried" });
    expect(audit.data).toMatchObject([{ via: "platform", operation: "platform.retry_job" }]);
  });

  it("counts what there is, and names versions", async () => {
    const seen = await platformHandle(await createSuperAdmin()).run(reads.platformHealth, {});
    expect(seen.health.postgres).toMatch(/^\d+\.\d+/);
    expect(seen.migrations.map(({ name }) => name)).toContain("0000_foundation");
  });

  it("keeps the look at one organization or person on the platform's record, once in a while", async () => {
    const admin = await createSuperAdmin();
    const organization = await createOrganization();
    for (let times = 0; times < 2; times++)
      await platformHandle(admin).run(reads.findOrganization, { id: outside(organization.id) });
    await platformHandle(admin).run(reads.findUser, { id: encodeId("usr", organization.owner.userId) });
    const looks =
      await guard`select record_type from audit.entries where organization_id = ${nil} and action = 'view' and actor_user_id = ${admin.userId}`;
    expect(looks.map((look) => look.record_type)).toEqual(["organizations", "users"]);
  });
});
