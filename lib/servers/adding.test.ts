import { beforeAll, describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { listInvitations } from "@/lib/invitations/operations";
import { createKey } from "@/lib/keys/operations";
import { listNotices } from "@/lib/notices/operations";
import { acceptTerms } from "@/lib/terms/operations";
import { receiveAdded } from "@/lib/testing/added";
import { callApi } from "@/lib/testing/api";
import { graphql, serveGraphql } from "@/lib/testing/graphql";
import { sentMails } from "@/lib/testing/mails";
import { putOnPlan } from "@/lib/testing/plans";
import { makeServer } from "@/lib/testing/servers";
import { publishTerms } from "@/lib/testing/terms";
import { accountHandle, addMember, createOrganization, createPerson, guard, unique } from "@/lib/testing/world";

let version = 0;
const nobody = () => `${unique("nobody")}@people.example`;

async function world() {
  const [server, organization] = [await makeServer(), await createOrganization()];
  await guard`insert into guard.server_organizations (organization_id, server_id) values (${organization.id}, ${server.id})`;
  return { server, organization, id: encodeId("org", organization.id) };
}

async function agreed() {
  const person = await createPerson();
  await accountHandle(person).run(acceptTerms, { version });
  return person;
}

const add = ({ server, id }: Awaited<ReturnType<typeof world>>, body: object) =>
  callApi({ method: "POST", path: `/platform/organizations/${id}/members`, key: server.key, body });

async function standing(organizationId: string, email: string): Promise<string> {
  const [member] = await guard<{ role_key: string; origin: string }[]>`
    select role_key, origin from public.memberships where organization_id = ${organizationId} and email = ${email}`;
  if (member) return `${member.role_key} by ${member.origin}`;
  const invited =
    await guard`select from guard.invitations where organization_id = ${organizationId} and email = ${email}`;
  return invited.length > 0 ? `${invited.length} invited` : "nothing";
}

serveGraphql();

beforeAll(async () => {
  version = await publishTerms();
});

describe("whom a server adds", () => {
  it("belongs at once where they accepted the terms that say so, and is told", async () => {
    const here = await world();
    const person = await agreed();
    expect((await add(here, { email: person.email, role: "driver" })).status).toBe(202);
    await receiveAdded();
    expect(await standing(here.organization.id, person.email)).toBe("driver by platform");
    const [entry] = await guard`select actor_label, operation from audit.entries
      where organization_id = ${here.organization.id} and record_type = 'memberships' order by id desc limit 1`;
    expect(entry).toEqual({ actor_label: "Server Billing", operation: "server.add_member" });
    const { data } = await here.organization.owner.handle.run(listNotices, {});
    expect(data[0]).toMatchObject({ title: `${person.name} joined`, body: "Added by Server Billing, as Driver" });
    expect((await sentMails(person.email)).map(({ template }) => template)).not.toContain("invitation");
  });

  it("may be named by id, and is invited where they accepted nothing, an older version, or are unknown", async () => {
    const here = await world();
    const [by, plain, late] = [await agreed(), await createPerson(), await agreed()];
    expect((await add(here, { user_id: encodeId("usr", by.userId) })).status).toBe(202);
    await receiveAdded();
    expect(await standing(here.organization.id, by.email)).toMatch(/ by platform$/);
    version = await publishTerms();
    const stranger = nobody();
    for (const email of [plain.email, late.email, stranger]) await add(here, { email });
    await receiveAdded();
    for (const email of [plain.email, late.email, stranger])
      expect(await standing(here.organization.id, email), email).toBe("1 invited");
  });

  it("who did not agree is told to nobody by their id: it neither turns into their address nor shows that it is somebody's", async () => {
    const here = await world();
    const plain = await createPerson();
    for (const user_id of [encodeId("usr", plain.userId), encodeId("usr", "0190163d-8694-739b-aea5-966c26f8ad91")])
      expect((await add(here, { user_id })).status).toBe(202);
    await receiveAdded();
    const { data } = await here.organization.owner.handle.run(listInvitations, {});
    expect(data).toEqual([]);
    expect(await standing(here.organization.id, plain.email)).toBe("nothing");
  });

  it("is invited alone where the terms that hold say nothing of being added", async () => {
    const here = await world();
    version = await publishTerms({ addsMembers: false });
    const person = await agreed();
    await add(here, { email: person.email });
    await receiveAdded();
    expect(await standing(here.organization.id, person.email)).toBe("1 invited");
    version = await publishTerms();
  });

  it("gets no seat that a plan does not have, and no role with power", async () => {
    const here = await world();
    await putOnPlan(here.organization, { limits: { max_users: 1 } });
    const person = await agreed();
    expect((await add(here, { email: person.email })).status).toBe(202);
    for (const role of ["owner", "admin", "none-such"])
      expect((await add(here, { email: person.email, role })).status, role).toBe(422);
    await receiveAdded();
    expect(await standing(here.organization.id, person.email)).toBe("1 invited");
  });

  it("is one person, named one way", async () => {
    const here = await world();
    const { email, userId } = await agreed();
    for (const body of [{}, { email, user_id: encodeId("usr", userId) }])
      expect((await add(here, body)).body.errors[0].details).toHaveProperty("email");
  });

  it("belongs once and keeps the role, however often and at once they are named", async () => {
    const here = await world();
    const person = await agreed();
    const member = await addMember(here.organization, { role: "driver" });
    await Promise.all(Array.from({ length: 8 }, () => add(here, { email: person.email, role: "driver" })));
    await Promise.all([add(here, { email: member.email, role: "user" }), add(here, { email: member.email })]);
    await receiveAdded();
    const rows = await guard`select email, role_key from public.memberships
      where organization_id = ${here.organization.id} and role_key <> 'owner' order by role_key`;
    expect(rows.map(({ role_key }) => role_key)).toEqual(["driver", "driver"]);
    expect(await standing(here.organization.id, member.email)).toMatch(/^driver/);
  });

  it("takes the last seat once, of many who come for it", async () => {
    const here = await world();
    await putOnPlan(here.organization, { limits: { max_users: 2 } });
    const people = await Promise.all(Array.from({ length: 4 }, agreed));
    await Promise.all(people.map(({ email }) => add(here, { email })));
    await receiveAdded();
    const found = await Promise.all(people.map(({ email }) => standing(here.organization.id, email)));
    expect(found.filter((each) => each.endsWith("by platform"))).toHaveLength(1);
    expect(found.filter((each) => each === "1 invited")).toHaveLength(3);
  });

  it("is nobody's any more once the server is revoked before the job comes to it", async () => {
    const here = await world();
    const person = await agreed();
    await add(here, { email: person.email });
    await guard`update guard.server_keys set revoked_at = now() where id = ${here.server.id}`;
    await receiveAdded();
    expect(await standing(here.organization.id, person.email)).toBe("nothing");
  });
});

describe("the answer to a server [S56]", () => {
  it("is the same, after the same work, whoever was named", async () => {
    const here = await world();
    const [member, suspended] = [await addMember(here.organization), await addMember(here.organization)];
    await guard`update public.memberships set status = 'suspended' where id = ${suspended.membershipId}`;
    const named = [
      ...[(await agreed()).email, (await createPerson()).email, nobody(), member.email, suspended.email],
      here.organization.owner.email,
    ].map((email) => ({ email }));
    const ids = [(await agreed()).userId, (await createPerson()).userId, "0190163d-8694-739b-aea5-966c26f8ad91"];
    const bodies = [...named, ...ids.map((id) => ({ user_id: encodeId("usr", id) }))];
    const answers = new Set<string>();
    for (const body of bodies) {
      const before = await work();
      const { status, text, headers } = await add(here, body);
      const sent = [...headers].filter(([name]) => !/^(x-request-id|date|ratelimit.*)$/i.test(name));
      answers.add(JSON.stringify([status, text, sent, difference(before, await work())]));
    }
    expect([...answers]).toHaveLength(1);
    expect(JSON.parse([...answers][0] ?? "[]").slice(0, 2)).toEqual([202, '{"accepted":true}\n']);
  });

  it("comes over GraphQL too, to nobody but a server", async () => {
    const here = await world();
    const person = await agreed();
    const document = `mutation ($data: AddOrganizationMemberMutationInput!) {
      add_organization_member(input: $data) { accepted errors { field messages } } }`;
    const ask = (key: string, data: object) => graphql(document, { key, variables: { data } });
    const answers = [];
    for (const email of [person.email, nobody()])
      answers.push((await ask(here.server.key, { organization_id: here.id, email, role: "driver" })).body);
    expect(answers[0]).toEqual({ data: { add_organization_member: { accepted: true, errors: [] } } });
    expect(answers[1]).toEqual(answers[0]);
    await receiveAdded();
    expect(await standing(here.organization.id, person.email)).toBe("driver by platform");
    const { key } = await here.organization.owner.handle.run(createKey, { label: "Mine" });
    const refused = await ask(key, { organization_id: here.id, email: nobody() });
    expect(refused.errors[0]).toMatchObject({ code: "forbidden", status_code: 403 });
    expect(refused.errors[0].message).toContain("Only a server's credential");
  });
});

type Counts = Record<string, number>;

/** Rows of each table that an answer could have to do with. */
async function work(): Promise<Counts> {
  const [row] = await guard<Counts[]>`select
    (select count(*)::int from guard.jobs) as jobs, (select count(*)::int from public.memberships) as memberships,
    (select count(*)::int from guard.invitations) as invitations, (select count(*)::int from public.notices) as notices,
    (select count(*)::int from audit.entries) as entries, (select count(*)::int from public.events) as events`;
  return row ?? {};
}

const difference = (before: Counts, after: Counts) =>
  Object.fromEntries(Object.entries(after).map(([name, amount]) => [name, amount - (before[name] ?? 0)]));
