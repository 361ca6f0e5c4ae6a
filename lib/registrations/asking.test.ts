import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { address, ask, asked, templatesTo, textsOf } from "@/lib/testing/asking";
import { receiveNoted } from "@/lib/testing/requests";
import { waitLongForConnections } from "@/lib/testing/waiting";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  publicHandle,
  unique,
} from "@/lib/testing/world";
import { listMyRequests, requestAccess, withdrawRequest } from "./asking-operations";
import { approveRegistration, countRegistrations, listRegistrations } from "./operations";

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
    waitLongForConnections();
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
