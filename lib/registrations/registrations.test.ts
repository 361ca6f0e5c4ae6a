import { createHash } from "node:crypto";
import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { Batch } from "@/db/batch";
import { newPassword } from "@/lib/access/password";
import { decodeId } from "@/lib/ids";
import { openMailPayload } from "@/lib/mail/payload";
import { receiveNoted } from "@/lib/testing/requests";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  keyHandle,
  type Member,
  type Organization,
  publicHandle,
  testPassword,
  unique,
} from "@/lib/testing/world";
import { activate, listMyRequests, peekActivation, requestAccess, withdrawRequest } from "./asking-operations";
import {
  approveRegistration,
  approveRegistrations,
  countRegistrations,
  findRegistration,
  listRegistrations,
  listRolesToGive,
  rejectRegistration,
  rejectRegistrations,
  resendActivation,
  takeBackApproval,
} from "./operations";

type Mail = { template: string; to: string; props: Record<string, unknown>; sealed?: string };

const address = () => `${unique("asker")}@asking.example`;

async function ask(organization: { slug: string }, given: { email?: string; name?: string; message?: string } = {}) {
  const email = given.email ?? address();
  const input = {
    slug: organization.slug,
    name: given.name ?? "Ada Asker",
    email,
    message: given.message ?? "",
  };
  await publicHandle().run(requestAccess, input);
  await receiveNoted();
  return email;
}

async function pendingId(organization: Organization, email: string): Promise<string> {
  const { data } = await organization.owner.handle.run(listRegistrations, { q: email });
  return data[0]?.id ?? "";
}

async function asked(organization: Organization, given: { email?: string; name?: string } = {}) {
  const email = await ask(organization, given);
  return { email, id: await pendingId(organization, email) };
}

async function mailsTo(email: string): Promise<Mail[]> {
  const rows = await guard<{ payload: Mail }[]>`
    select payload from guard.jobs where task = 'mail.send' and payload ->> 'to' = ${email} order by id`;
  return rows.map(({ payload }) => payload);
}

const templatesTo = async (email: string) => (await mailsTo(email)).map(({ template }) => template);

async function activationToken(email: string): Promise<string> {
  const mail = (await mailsTo(email)).findLast(({ template }) => template === "activation");
  const opened = openMailPayload(process.env.BERTH_SECRET ?? "", mail);
  return new URL(String(opened.props.link)).searchParams.get("token") ?? "";
}

async function membership(organization: Organization, email: string) {
  const rows = await guard<{ role_key: string; origin: string }[]>`
    select role_key, origin from public.memberships where organization_id = ${organization.id} and email = ${email}`;
  return rows;
}

async function signUp(email: string) {
  const { salt, params, raw } = await newPassword(testPassword);
  const verifier = createHash("sha256").update(raw).digest();
  await guard`select guard.create_user(${email}, 'Ada Asker', ${salt}, ${guard.json(params)}, ${verifier})`;
}

function textsOf(query: unknown): unknown[] {
  if (query instanceof Batch) return query.statements.map(({ text }) => text);
  return [typeof query === "object" && query !== null && "text" in query ? query.text : query];
}

describe("asking", () => {
  it("answers alike, with the same statements, whatever exists [S56]", async () => {
    const organization = await createOrganization();
    const known = await createPerson();
    const member = await addMember(organization);
    const suspended = await createOrganization();
    await guard`update public.organizations set state = 'suspended' where id = ${suspended.id}`;
    const cases = [
      { slug: organization.slug, email: address() },
      { slug: organization.slug, email: known.email },
      { slug: organization.slug, email: member.email },
      { slug: suspended.slug, email: address() },
      { slug: unique("nowhere"), email: address() },
      { slug: unique("nowhere"), email: known.email },
    ];
    const shapes = [];
    for (const { slug, email } of cases) {
      const input = { slug, email, name: "Ada", message: "" };
      const sent = vi.spyOn(pg.Client.prototype, "query");
      const answer = await publicHandle().run(requestAccess, input);
      const statements = sent.mock.calls.flatMap(([query]: unknown[]) => textsOf(query));
      sent.mockRestore();
      shapes.push(JSON.stringify([answer, statements]).replaceAll(slug, "S").replaceAll(email, "E"));
    }
    expect(new Set(shapes).size).toBe(1);
    expect(shapes[0]).toContain('{"email":"E","slug":"S"}');
    expect(shapes[0]).toContain("guard.request_access");
    await receiveNoted();
    const made =
      await guard`select 1 from public.registration_requests where email in ${guard(cases.map((c) => c.email))}`;
    expect(made).toHaveLength(2);
  });

  it("does the same work in the database, whatever exists [S56]", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization);
    const repeat = await ask(organization);
    const work = async (slug: string, email: string) => {
      const client = new pg.Client({ connectionString: process.env.DATABASE_URL }); // counts begin with the connection
      await client.connect();
      await client.query("begin");
      await client.query("select guard.open_public('registration.request', '{}')");
      await client.query("select guard.request_access($1, $2, 'Ada', 'Hello')", [slug, email]);
      const { rows } =
        await client.query(`select schemaname, relname, seq_scan, idx_scan, n_tup_ins, n_tup_upd, n_tup_del
        from pg_stat_xact_all_tables where schemaname in ('public', 'guard', 'audit', 'worker', 'graphile_worker')
          and coalesce(seq_scan, 0) + coalesce(idx_scan, 0) + n_tup_ins + n_tup_upd + n_tup_del > 0 order by 1, 2`);
      await client.end();
      return rows;
    };
    const shapes = [
      await work(organization.slug, address()),
      await work(organization.slug, member.email),
      await work(organization.slug, repeat),
      await work(unique("nowhere"), address()),
      await work(unique("nowhere"), member.email),
    ];
    expect(shapes[0]).toContainEqual(expect.objectContaining({ relname: "jobs", n_tup_ins: "1" }));
    for (const shape of shapes) expect(shape).toEqual(shapes[0]);
  });

  it("is taken in once, though its job runs twice, and leaves nothing behind in it", async () => {
    const organization = await createOrganization();
    const email = address();
    await publicHandle().run(requestAccess, { slug: organization.slug, name: "Ada", email, message: "Private" });
    const [job] = await guard<{ id: string }[]>`select id from guard.jobs where payload ->> 'email' = ${email}`;
    await receiveNoted();
    await guard`update guard.jobs set state = 'waiting' where id = ${job?.id ?? ""}`;
    await receiveNoted();
    expect(await organization.owner.handle.run(countRegistrations, {})).toMatchObject({ pending: 1 });
    expect(await guard`select payload from guard.jobs where id = ${job?.id ?? ""}`).toEqual([{ payload: {} }]);
    expect(await templatesTo(email)).toEqual(["request-received"]);
  });

  it("tells the requester and everybody who decides, by mail and in the bell", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const user = await addMember(organization);
    const email = await ask(organization, { message: "Let me in" });
    expect(await templatesTo(email)).toEqual(["request-received"]);
    expect(await templatesTo(admin.email)).toEqual(["request-waiting"]);
    expect(await templatesTo(organization.owner.email)).toEqual(["request-waiting"]);
    expect(await templatesTo(user.email)).toEqual([]);
    const notices =
      await guard`select user_id, title, path from public.notices where organization_id = ${organization.id}`;
    expect(notices.map(({ user_id }) => user_id).sort()).toEqual([admin.userId, organization.owner.userId].sort());
    expect(notices[0]).toMatchObject({
      title: "Ada Asker asks to join",
      path: expect.stringMatching(/^\/registrations\//),
    });
  });

  it("keeps one pending request per address; a repeat updates it and tells nobody twice", async () => {
    const organization = await createOrganization();
    const email = await ask(organization, { name: "First" });
    await ask(organization, { email: email.toUpperCase(), name: "Second", message: "again" });
    const { data } = await organization.owner.handle.run(listRegistrations, {});
    expect(data).toMatchObject([{ name: "Second", message: "again", repeats: 1, email }]);
    expect(await templatesTo(email)).toEqual(["request-received"]);
    expect(await templatesTo(organization.owner.email)).toEqual(["request-waiting"]);
  });

  it("makes no request for somebody who belongs already, and tells them", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization);
    await ask(organization, { email: member.email });
    expect(await templatesTo(member.email)).toEqual(["request-from-member"]);
    expect(await organization.owner.handle.run(countRegistrations, {})).toEqual({
      pending: 0,
      approved: 0,
      rejected: 0,
    });
  });

  it("takes a pasted address and refuses what is no address", async () => {
    const organization = await createOrganization();
    await ask({ slug: `http://${organization.slug}.berth.localhost:3000/` });
    expect(await organization.owner.handle.run(countRegistrations, {})).toMatchObject({ pending: 1 });
    for (const email of ["a@b", "a@b.example,c@d.example", '"quoted"@d.example', "a\r\nBcc: x@y.example"])
      await expect(ask(organization, { email })).rejects.toMatchObject({ code: "invalid" });
  });

  it("throttles a flood from one network, for one address, and from one domain [S72]", async () => {
    const organization = await createOrganization();
    const one = publicHandle();
    const tries = Array.from({ length: 65 }, () =>
      one.run(requestAccess, { slug: organization.slug, name: "Ada", email: `ada@${unique("network")}.example` }),
    );
    const refused = (await Promise.allSettled(tries)).filter(({ status }) => status === "rejected");
    expect(refused).toHaveLength(5);
    const email = address();
    for (let n = 0; n < 10; n += 1) await ask(organization, { email });
    await expect(ask(organization, { email })).rejects.toMatchObject({ code: "limited" });
    const domain = `${unique("flood")}.example`;
    const flood = Array.from({ length: 65 }, (_, n) => ask(organization, { email: `a${n}@${domain}` }));
    expect((await Promise.allSettled(flood)).filter(({ status }) => status === "rejected")).toHaveLength(5);
    const told = await templatesTo(organization.owner.email);
    expect(told.length, "of 125 requests, most at once").toBeLessThan(60);
  });
});

describe("the queue", () => {
  it("shows only the organization's own, on every verb", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const { id, email } = await asked(b);
    const { handle } = a.owner;
    expect((await handle.run(listRegistrations, {})).data).toEqual([]);
    await expect(handle.run(findRegistration, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(handle.run(approveRegistration, { id })).rejects.toMatchObject({ code: "not_found" });
    await expect(handle.run(rejectRegistration, { id, reason: "None of ours" })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(handle.run(resendActivation, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await handle.run(approveRegistrations, { ids: [id] })).toEqual([]);
    expect(await pendingId(b, email)).toBe(id);
  });

  it("shows what is known about the person", async () => {
    const organization = await createOrganization();
    const domain = `${unique("firm")}.example`;
    await addMember(organization, { person: await createPerson({ email: `colleague@${domain}` }) });
    const person = await createPerson({ email: `new@${domain}` });
    const first = await asked(organization, { email: person.email });
    await organization.owner.handle.run(rejectRegistration, { id: first.id, reason: "Not yet" });
    const { id } = await asked(organization, { email: person.email });
    const found = await organization.owner.handle.run(findRegistration, { id });
    expect(found).toMatchObject({ verified: true, domainMatches: 1, earlierRequests: 1, member: false });
    expect(found.accountSince).toBeInstanceOf(Date);
    expect(found.earlier).toMatchObject([{ state: "rejected", note: "Not yet" }]);
    expect(found.history).toMatchObject([{ title: "Asked to join", actor: "Visitor" }]);
    const stranger = await asked(organization);
    const other = await organization.owner.handle.run(findRegistration, { id: stranger.id });
    expect(other).toMatchObject({ verified: false, accountSince: null, domainMatches: 0, earlierRequests: 0 });
  });

  it("pages, sorts and searches", async () => {
    const organization = await createOrganization();
    for (const name of ["Cara", "Anna", "Berta"]) await ask(organization, { name });
    const { handle } = organization.owner;
    const first = await handle.run(listRegistrations, { sort: "name", limit: 2 });
    const second = await handle.run(listRegistrations, { sort: "name", limit: 2, cursor: first.next_cursor ?? "" });
    expect([...first.data, ...second.data].map(({ name }) => name)).toEqual(["Anna", "Berta", "Cara"]);
    expect((await handle.run(listRegistrations, { q: "BERT" })).data.map(({ name }) => name)).toEqual(["Berta"]);
    await expect(
      handle.run(listRegistrations, { sort: "-name", cursor: first.next_cursor ?? "" }),
    ).rejects.toMatchObject({
      reason: "bad_cursor",
    });
  });

  for (const role of ["staff", "user", "dispatcher", "driver", "buyer", "manager", "member", "developer", "admin"])
    it(`${role} ${role === "admin" ? "decides" : "neither sees nor decides"}`, async () => {
      const organization = await createOrganization();
      const { id, email } = await asked(organization);
      const { handle } = await addMember(organization, { role });
      const all = await Promise.allSettled([
        handle.run(listRegistrations, {}),
        handle.run(findRegistration, { id }),
        handle.run(listRolesToGive, {}),
        handle.run(approveRegistration, { id, role: "user" }),
      ]);
      const wanted = role === "admin" ? "fulfilled" : "rejected";
      expect(all.map(({ status }) => status)).toEqual([wanted, wanted, wanted, wanted]);
      expect(await pendingId(organization, email)).toBe(role === "admin" ? "" : id);
    });
});

describe("deciding", () => {
  it("begins the membership at once where the address is proved", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const { id, email } = await asked(organization, { email: person.email });
    const made = await organization.owner.handle.run(approveRegistration, {
      id,
      role: "ROLE_DISPATCHER",
      note: "Hello",
    });
    expect(made.outcome).toBe("joined");
    expect(await membership(organization, email)).toEqual([{ role_key: "dispatcher", origin: "registration" }]);
    expect(await templatesTo(email)).toEqual(["request-received", "request-approved"]);
    const [mine] = await accountHandle(person).run(listMyRequests, {});
    expect(mine).toMatchObject({ state: "approved", roleName: "Dispatcher", note: "Hello" });
    expect(mine?.joinedAt).toBeInstanceOf(Date);
  });

  it("gives the organization's default role where none is chosen", async () => {
    const organization = await createOrganization({ profile: { role_template: "staff" } });
    const person = await createPerson();
    const { id } = await asked(organization, { email: person.email });
    await organization.owner.handle.run(approveRegistration, { id });
    expect(await membership(organization, person.email)).toMatchObject([{ role_key: "staff" }]);
  });

  it("waits for somebody without an account, and activation enters them in one step", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    const made = await organization.owner.handle.run(approveRegistration, { id, role: "driver" });
    expect(made.outcome).toBe("waiting");
    expect(await membership(organization, email)).toEqual([]);
    const token = await activationToken(email);
    const seen = await publicHandle().run(peekActivation, { token });
    expect(seen).toMatchObject({ state: "live", email, organization: organization.name, role: "Driver" });
    const begun = await publicHandle().run(activate, { token, name: "Ada Asker", password: testPassword });
    expect(begun.slug).toBe(organization.slug);
    expect(await membership(organization, email)).toEqual([{ role_key: "driver", origin: "registration" }]);
    const session = accountHandle({ userId: "", name: "", email, session: begun.session });
    expect(await session.run(listMyRequests, {})).toMatchObject([{ state: "approved" }]);
    await expect(publicHandle().run(activate, { token, name: "Eve", password: testPassword })).rejects.toMatchObject({
      reason: "token_dead",
    });
    expect(await publicHandle().run(peekActivation, { token })).toMatchObject({ state: "used", joined: true });
  });

  it("begins the membership when they prove the address by themselves, and ends the link", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    await organization.owner.handle.run(approveRegistration, { id, role: "user" });
    const token = await activationToken(email);
    await signUp(email);
    expect(await membership(organization, email)).toEqual([{ role_key: "user", origin: "registration" }]);
    await expect(publicHandle().run(activate, { token, name: "Eve", password: testPassword })).rejects.toMatchObject({
      reason: "token_dead",
    });
  });

  it("begins the membership when an existing person moves to the approved address", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    await organization.owner.handle.run(approveRegistration, { id, role: "user" });
    const person = await createPerson();
    await guard`update public.users set email = ${email} where id = ${person.userId}`;
    expect(await membership(organization, email)).toHaveLength(1);
  });

  it("kills an expired link and sends another", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    await organization.owner.handle.run(approveRegistration, { id });
    const first = await activationToken(email);
    await guard`update guard.tokens set expires_at = now() - interval '1 second' where email = ${email}`;
    expect(await publicHandle().run(peekActivation, { token: first })).toMatchObject({ state: "expired" });
    await organization.owner.handle.run(resendActivation, { id });
    const second = await activationToken(email);
    await expect(
      publicHandle().run(activate, { token: first, name: "Ada", password: testPassword }),
    ).rejects.toMatchObject({ reason: "token_dead" });
    await publicHandle().run(activate, { token: second, name: "Ada", password: testPassword });
    expect(await membership(organization, email)).toHaveLength(1);
    await expect(organization.owner.handle.run(resendActivation, { id })).rejects.toMatchObject({
      reason: "not_waiting",
    });
  });

  it("rejects with a reason that the person reads, and they may ask again", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    const { handle } = organization.owner;
    await expect(handle.run(rejectRegistration, { id, reason: " " })).rejects.toMatchObject({ code: "invalid" });
    const made = await handle.run(rejectRegistration, { id, reason: "We do not know you" });
    expect(made).toMatchObject({ outcome: "rejected", closedAs: "rejected" });
    const mail = (await mailsTo(email)).at(-1);
    expect(mail).toMatchObject({ template: "request-rejected", props: { reason: "We do not know you" } });
    expect((await asked(organization, { email })).id).not.toBe("");
  });

  it("tells the second decider who was first and changes nothing", async () => {
    const organization = await createOrganization();
    const maria = await addMember(organization, { role: "admin", person: await createPerson({ name: "Maria First" }) });
    const { id, email } = await asked(organization);
    await maria.handle.run(rejectRegistration, { id, reason: "Not yet" });
    await expect(organization.owner.handle.run(approveRegistration, { id })).rejects.toMatchObject({
      code: "conflict",
      reason: "already_decided",
      message: expect.stringMatching(/^Rejected by Maria First \d+ seconds? ago\. Nothing was changed\.$/),
    });
    expect(await organization.owner.handle.run(approveRegistrations, { ids: [id] })).toMatchObject([
      { outcome: "decided", state: "rejected", decidedByName: "Maria First" },
    ]);
    expect(await templatesTo(email)).toEqual(["request-received", "request-rejected"]);
  });

  it("answers for each of several", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const [a, b, c] = [
      await asked(organization, { email: person.email }),
      await asked(organization),
      await asked(organization),
    ];
    await organization.owner.handle.run(rejectRegistration, { id: c.id, reason: "Not now" });
    const made = await organization.owner.handle.run(approveRegistrations, { ids: [c.id, b.id, a.id], role: "user" });
    expect(Object.fromEntries(made.map(({ id, outcome }) => [id, outcome]))).toEqual({
      [a.id]: "joined",
      [b.id]: "waiting",
      [c.id]: "decided",
    });
    const rest = await asked(organization);
    expect(await organization.owner.handle.run(rejectRegistrations, { ids: [rest.id], reason: "Full" })).toMatchObject([
      { outcome: "rejected" },
    ]);
  });

  it("never changes the role of somebody who joined meanwhile", async () => {
    const organization = await createOrganization();
    const person = await createPerson();
    const { id, email } = await asked(organization, { email: person.email });
    await addMember(organization, { role: "buyer", person });
    expect(await organization.owner.handle.run(approveRegistration, { id, role: "admin" })).toMatchObject({
      outcome: "member",
    });
    expect(await membership(organization, email)).toEqual([{ role_key: "buyer", origin: "seed" }]);
  });

  it("refuses a role above the decider's own rights, ownership, and roles that do not exist", async () => {
    const organization = await createOrganization();
    const { owner } = organization;
    await guard`insert into public.roles (organization_id, id, key, name, permissions)
      values (${organization.id}, guard.uuid7(), 'door', 'Door', array['registrations.view', 'registrations.decide', 'shipments.view', 'shipments.create'])`;
    const door = await addMember(organization, { role: "door" });
    const { id } = await asked(organization);
    await expect(door.handle.run(approveRegistration, { id, role: "admin" })).rejects.toMatchObject({
      reason: "above_own_rights",
    });
    await expect(owner.handle.run(approveRegistration, { id, role: "owner" })).rejects.toMatchObject({
      reason: "owner_by_transfer",
    });
    await expect(owner.handle.run(approveRegistration, { id, role: "nobody" })).rejects.toMatchObject({
      reason: "role_unknown",
    });
    const { roles } = await door.handle.run(listRolesToGive, {});
    expect(roles.map(({ key }) => key).sort()).toEqual(["door", "staff", "user"]);
    expect(await door.handle.run(approveRegistration, { id, role: "user" })).toMatchObject({ outcome: "waiting" });
  });

  it("refuses a decider whose right went between page and click [S68]", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const { id, email } = await asked(organization);
    await admin.handle.run(findRegistration, { id });
    await guard`update public.memberships set role_key = 'user' where id = ${admin.membershipId}`;
    await expect(admin.handle.run(approveRegistration, { id })).rejects.toMatchObject({
      code: "forbidden",
      permission: "registrations.decide",
    });
    expect(await pendingId(organization, email)).toBe(id);
  });

  it("ignores nothing silently: an unknown field is refused", async () => {
    const organization = await createOrganization();
    const { id } = await asked(organization);
    const smuggled = { id, role: "user", state: "approved", organizationId: organization.id } as { id: string };
    await expect(organization.owner.handle.run(approveRegistration, smuggled)).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("leaves audit entries with the decider, without network address or secret", async () => {
    const organization = await createOrganization();
    const { id, email } = await asked(organization);
    await organization.owner.handle.run(approveRegistration, { id, note: "Welcome" });
    const token = await activationToken(email);
    await publicHandle().run(activate, { token, name: "Ada", password: testPassword });
    const found = await organization.owner.handle.run(findRegistration, { id });
    expect(found.history.map(({ title }) => title)).toEqual(["Asked to join", "Approved", "Became a member"]);
    expect(found.history[1]?.actor).toContain("Olga Owner");
    const entries = await guard`select * from audit.entries where record_id = ${decodeId("reg", id) ?? ""}`;
    expect(JSON.stringify(entries.map(({ before, after }) => [before, after]))).not.toMatch(/"address":|"agent":|ac_/);
  });
});

describe("taking an approval back", () => {
  async function waiting(organization: Organization, decider: Member = organization.owner, role = "user") {
    const { id, email } = await asked(organization);
    await decider.handle.run(approveRegistration, { id, role });
    return { id, email, token: await activationToken(email) };
  }

  it("closes the request with its reason, kills the link, tells the person, and is on the record", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const { id, email, token } = await waiting(organization);
    await expect(handle.run(takeBackApproval, { id, reason: " " })).rejects.toMatchObject({ code: "invalid" });
    await handle.run(takeBackApproval, { id, reason: "The wrong Ada" });
    const found = await handle.run(findRegistration, { id });
    expect(found).toMatchObject({ state: "rejected", closedAs: "taken_back", note: "The wrong Ada", lapsed: false });
    expect(found.history.map(({ title }) => title)).toEqual(["Asked to join", "Approved", "Approval taken back"]);
    await expect(publicHandle().run(activate, { token, name: "Ada", password: testPassword })).rejects.toMatchObject({
      reason: "token_dead",
    });
    expect(await publicHandle().run(peekActivation, { token })).toMatchObject({ state: "used", joined: false });
    expect((await mailsTo(email)).at(-1)).toMatchObject({
      template: "approval-taken-back",
      props: { reason: "The wrong Ada" },
    });
    await signUp(email);
    expect(await membership(organization, email)).toEqual([]);
    await expect(handle.run(takeBackApproval, { id, reason: "Twice" })).rejects.toMatchObject({
      reason: "already_decided",
      message: expect.stringMatching(/^Approval taken back by Olga Owner /),
    });
    await expect(handle.run(resendActivation, { id })).rejects.toMatchObject({ reason: "not_waiting" });
    expect((await asked(organization, { email })).id).not.toBe("");
  });

  it("is too late for a member, and nothing for who may not decide or for another organization", async () => {
    const [organization, other] = [await createOrganization(), await createOrganization()];
    const { id, token } = await waiting(organization);
    const reason = "Not now";
    const user = await addMember(organization);
    await expect(user.handle.run(takeBackApproval, { id, reason })).rejects.toMatchObject({
      permission: "registrations.decide",
    });
    await expect(other.owner.handle.run(takeBackApproval, { id, reason })).rejects.toMatchObject({ code: "not_found" });
    await publicHandle().run(activate, { token, name: "Ada", password: testPassword });
    await expect(organization.owner.handle.run(takeBackApproval, { id, reason })).rejects.toMatchObject({
      reason: "already_joined",
    });
  });
});

describe("an approval whose approver changed [S68]", () => {
  const ways = {
    left: (id: string) => guard`delete from public.memberships where id = ${id}`,
    "was suspended": (id: string) => guard`update public.memberships set status = 'suspended' where id = ${id}`,
    "may no longer decide": (id: string) => guard`update public.memberships set role_key = 'user' where id = ${id}`,
  };

  it.each(Object.entries(ways))("waits where the approver %s; admins are told once", async (_, change) => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin", person: await createPerson({ name: "Maria Gone" }) });
    const { id, email } = await asked(organization);
    await admin.handle.run(approveRegistration, { id, role: "dispatcher" });
    const token = await activationToken(email);
    await change(admin.membershipId);
    for (const _try of [1, 2])
      expect(await publicHandle().run(activate, { token, name: "Ada", password: testPassword })).toMatchObject({
        session: "",
      });
    expect(await membership(organization, email)).toEqual([]);
    expect(await guard`select 1 from public.users where email = ${email}`).toEqual([]);
    const { handle, email: ownersAddress } = organization.owner;
    expect((await templatesTo(ownersAddress)).filter((each) => each === "approval-lapsed")).toHaveLength(1);
    const notices = await guard`select title from public.notices where organization_id = ${organization.id}
      and user_id = ${organization.owner.userId} and kind = 'registration.lapsed'`;
    expect(notices).toMatchObject([{ title: "Ada Asker needs another approval" }]);
    expect(await handle.run(findRegistration, { id })).toMatchObject({ lapsed: true, decidedByName: "Maria Gone" });

    expect(await handle.run(resendActivation, { id })).toMatchObject({ outcome: "waiting" });
    expect(await handle.run(findRegistration, { id })).toMatchObject({ lapsed: false, decidedByName: "Olga Owner" });
    const begun = await publicHandle().run(activate, {
      token: await activationToken(email),
      name: "Ada",
      password: testPassword,
    });
    expect(begun.session).not.toBe("");
    expect(await membership(organization, email)).toEqual([{ role_key: "dispatcher", origin: "registration" }]);
  });

  it("waits where the role grew above the approver since", async () => {
    const organization = await createOrganization();
    for (const [key, permissions] of [
      ["door", ["registrations.view", "registrations.decide", "shipments.view", "shipments.create"]],
      ["guest", ["shipments.view"]],
    ] as const)
      await guard`insert into public.roles (organization_id, id, key, name, permissions)
        values (${organization.id}, guard.uuid7(), ${key}, ${key}, ${permissions as unknown as string[]})`;
    const door = await addMember(organization, { role: "door" });
    const { id, email } = await asked(organization);
    await door.handle.run(approveRegistration, { id, role: "guest" });
    await guard`update public.roles set permissions = array['shipments.view', 'audit.view']
      where organization_id = ${organization.id} and key = 'guest'`;
    const token = await activationToken(email);
    expect(await publicHandle().run(activate, { token, name: "Ada", password: testPassword })).toMatchObject({
      session: "",
    });
    await expect(door.handle.run(resendActivation, { id })).rejects.toMatchObject({ reason: "above_own_rights" });
  });

  it("lets the person's own sign-up through, and another approval then enters them at once", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const { id, email } = await asked(organization);
    await admin.handle.run(approveRegistration, { id });
    await guard`delete from public.memberships where id = ${admin.membershipId}`;
    await signUp(email);
    expect(await membership(organization, email)).toEqual([]);
    expect(await organization.owner.handle.run(resendActivation, { id })).toMatchObject({ outcome: "joined" });
    expect(await membership(organization, email)).toHaveLength(1);
    expect((await templatesTo(email)).at(-1)).toBe("request-approved");
  });

  it("holds for a key as long as its maker may decide", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const key = `key_${"a".repeat(50)}${unique("k").replaceAll("-", "")}`.padEnd(70, "b");
    const [{ rights } = { rights: "" }] = await guard<{ rights: string }[]>`
      select permissions::text as rights from guard.rights where membership_id = ${admin.membershipId}`;
    await guard`select guard.insert_key(${organization.id}, ${admin.membershipId}, 'Robot', ${key}, ${rights}::bit(256), null)`;
    const [one, two] = [await asked(organization), await asked(organization)];
    for (const { id } of [one, two]) await keyHandle(key).run(approveRegistration, { id });
    const tokens = [await activationToken(one.email), await activationToken(two.email)];
    const use = (token = "") => publicHandle().run(activate, { token, name: "Ada", password: testPassword });
    expect((await use(tokens[0])).session).not.toBe("");
    await guard`update public.memberships set role_key = 'user' where id = ${admin.membershipId}`;
    expect((await use(tokens[1])).session).toBe("");
  });
});

describe("the requester", () => {
  it("sees own requests only, withdraws a pending one once, and may ask again", async () => {
    const organization = await createOrganization();
    const [person, other] = [await createPerson(), await createPerson()];
    const { id } = await asked(organization, { email: person.email });
    const mine = accountHandle(person);
    expect(await mine.run(listMyRequests, {})).toMatchObject([
      { id, state: "pending", organization: organization.name },
    ]);
    expect(await accountHandle(other).run(listMyRequests, {})).toEqual([]);
    await expect(accountHandle(other).run(withdrawRequest, { id })).rejects.toMatchObject({ code: "not_found" });
    expect(await mine.run(withdrawRequest, { id })).toEqual({ withdrawn: true });
    expect(await mine.run(withdrawRequest, { id })).toEqual({ withdrawn: false });
    expect(await mine.run(listMyRequests, {})).toMatchObject([{ state: "rejected", closedAs: "withdrawn" }]);
    await expect(organization.owner.handle.run(approveRegistration, { id })).rejects.toMatchObject({
      message: expect.stringContaining("Withdrawn by the requester"),
    });
    await ask(organization, { email: person.email });
    expect(await mine.run(listMyRequests, {})).toHaveLength(2);
  });
});
