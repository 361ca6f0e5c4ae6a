import { describe, expect, it } from "vitest";
import { acceptInvitation } from "@/lib/invitations/operations";
import { receiveAdded } from "@/lib/testing/added";
import { callApi } from "@/lib/testing/api";
import { createKey } from "@/lib/testing/keys";
import { sentMails } from "@/lib/testing/mails";
import { makeServer } from "@/lib/testing/servers";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  createSuperAdmin,
  guard,
  platformHandle,
  unique,
} from "@/lib/testing/world";
import { createServer, listServers, revokeServer } from "./console-operations";

const found = (key: string, more: object = {}) =>
  callApi({
    method: "POST",
    path: "/platform/organizations",
    key,
    body: {
      name: "Harbour Parcel",
      slug: unique("harbour"),
      owner_email: `${unique("owner")}@people.example`,
      ...more,
    },
  });

const invite = (key: string, id: string, email: string, role?: string) =>
  callApi({
    method: "POST",
    path: `/platform/organizations/${id}/members`,
    key,
    body: { email, ...(role ? { role } : {}) },
  });

/** What the link of the newest invitation carries. */
async function secretIn(email: string): Promise<string> {
  const mail = (await sentMails(email)).findLast(({ template }) => template === "invitation");
  return String(mail?.props.link).replace(/^.*\//, "");
}

/** An organization that a server made, and that its owner accepted. */
async function owned(key: string) {
  const person = await createPerson();
  const { body } = await found(key, { owner_email: person.email });
  await accountHandle(person).run(acceptInvitation, { secret: await secretIn(person.email) });
  return { id: body.id as string, slug: body.slug as string, person };
}

function alike({ status, text, headers }: { status: number; text: string; headers: Headers }) {
  return [status, text, [...headers].filter(([name]) => name !== "x-request-id")];
}

describe("a server's credential", () => {
  it("opens nothing at an organization's address, as if it were none", async () => {
    const { key } = await makeServer();
    const { slug } = await createOrganization();
    const body = { name: "Harbour Parcel", slug: unique("harbour"), owner_email: `${unique("owner")}@people.example` };
    const answer = await callApi({ method: "POST", path: "/platform/organizations", slug, key, body });
    expect([answer.status, answer.body.errors[0].reason]).toEqual([401, "key_invalid"]);
    expect(await guard`select from public.organizations where slug = ${body.slug}`).toHaveLength(0);
  });

  it("creates an organization that waits for its owner, on both records", async () => {
    const { key, id } = await makeServer();
    const made = await found(key);
    expect([made.status, Object.keys(made.body)]).toEqual([201, ["id", "slug"]]);
    const [organization] = await guard<{ id: string; state: string }[]>`
      select id, state from public.organizations where slug = ${made.body.slug}`;
    expect(organization?.state).toBe("awaiting_owner");
    const entries = await guard<{ organization_id: string; actor_label: string; operation: string }[]>`
      select organization_id, actor_label, operation from audit.entries where credential_id = ${id}`;
    expect(new Set(entries.map(({ actor_label }) => actor_label))).toEqual(new Set(["Server Billing"]));
    expect(new Set(entries.map(({ operation }) => operation))).toEqual(new Set(["server.create_organization"]));
    const places = new Set(entries.map(({ organization_id }) => organization_id));
    expect(places).toEqual(new Set([organization?.id, "00000000-0000-0000-0000-000000000000"]));
  });

  it("invites people, who accept by their own mail", async () => {
    const { key } = await makeServer();
    const { id } = await owned(key);
    const person = await createPerson();
    expect((await invite(key, id, person.email, "driver")).status).toBe(202);
    await receiveAdded();
    await accountHandle(person).run(acceptInvitation, { secret: await secretIn(person.email) });
    const [member] = await guard<{ role_key: string }[]>`
      select role_key from public.memberships where user_id = ${person.userId}`;
    expect(member?.role_key).toBe("driver");
  });

  it("tells nobody who has an account, is a member or was invited before [S56]", async () => {
    const { key } = await makeServer();
    const { id, person: owner } = await owned(key);
    const known = await createPerson();
    const answers = [];
    for (const email of [owner.email, known.email, known.email, `${unique("nobody")}@people.example`])
      answers.push(alike(await invite(key, id, email)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    await receiveAdded();
    expect((await sentMails(known.email)).length).toBe(1);
  });

  it("reaches what it created and nothing else: all others answer as unknown [S41]", async () => {
    const [mine, other] = [await makeServer(), await makeServer()];
    const { id } = await owned(other.key);
    const email = `${unique("guest")}@people.example`;
    const foreign = await invite(mine.key, id, email);
    const nobodys = await invite(mine.key, "org_01h2xcejqtf2nbrexx3vqjhp41", email);
    expect([
      foreign.status,
      alike(foreign)[1]
        ?.toString()
        .replace(/"request_id":"[^"]*"/, ""),
    ]).toEqual([
      404,
      alike(nobodys)[1]
        ?.toString()
        .replace(/"request_id":"[^"]*"/, ""),
    ]);
    for (const path of ["/members", "/me", "/settings"])
      expect((await callApi({ path, key: mine.key })).status, path).toBe(403);
  });

  it("does what it was made for, and gives nobody power over others", async () => {
    const { key } = await makeServer(["organizations.create"]);
    const { id } = await owned(key);
    expect((await invite(key, id, "a@people.example")).body.errors[0].reason).toBe("scope_missing");
    const both = await makeServer();
    const made = await owned(both.key);
    for (const role of ["owner", "admin", "no-such-role"])
      expect((await invite(both.key, made.id, "a@people.example", role)).status, role).toBe(422);
  });

  it("is no key, and a key or a person is none", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization);
    const asKey = await found(await createKey(organization));
    expect([asKey.status, asKey.body.errors[0].reason]).toEqual([403, "server_needed"]);
    const call = { method: "POST", path: "/platform/organizations", body: {} };
    expect((await callApi({ ...call, slug: organization.slug, session: member.hostSession })).status).toBe(403);
    expect((await callApi(call)).status).toBe(401);
    expect((await found("srv_nonsense")).status).toBe(401);
  });

  it("ends at once when it is revoked or over, also half way through", async () => {
    const superAdmin = platformHandle(await createSuperAdmin());
    const { id, key } = await superAdmin.run(createServer, {
      label: "Portal",
      scopes: ["organizations.create"],
      days: 30,
    });
    expect((await found(key)).status).toBe(201);
    const [row] = (await superAdmin.run(listServers, {})).filter((each) => each.id === id);
    expect(row).toMatchObject({ label: "Portal", last4: key.slice(-4), organizations: 1 });
    expect(JSON.stringify(row)).not.toContain(key);
    await superAdmin.run(revokeServer, { id });
    expect((await found(key)).body.errors[0].reason).toBe("server_key_invalid");
    const ended = await makeServer();
    await guard`update guard.server_keys set expires_at = now() where id = ${ended.id}`;
    expect((await found(ended.key)).status).toBe(401);
  });

  it("creates one organization however often the same request comes [S77]", async () => {
    const { key } = await makeServer();
    const body = { name: "Once", slug: unique("once"), owner_email: `${unique("o")}@people.example` };
    const call = { method: "POST", path: "/platform/organizations", key, body, headers: { "idempotency-key": "one" } };
    const answers = await Promise.all(Array.from({ length: 10 }, () => callApi(call)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
  });
});
