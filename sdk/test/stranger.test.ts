import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptInvitation } from "@/lib/invitations/operations";
import { serveApi } from "@/lib/testing/api-server";
import { accessToken, organizationId } from "@/lib/testing/graphql";
import { createKey } from "@/lib/testing/keys";
import { sentMails } from "@/lib/testing/mails";
import { type Stranger, strangersFolder } from "@/lib/testing/packed-sdk";
import { makeServer } from "@/lib/testing/servers";
import { makeShipmentIn } from "@/lib/testing/work-records";
import {
  accountHandle,
  addMember,
  createOrganization,
  createPerson,
  guard,
  type Organization,
  testPassword,
  unique,
} from "@/lib/testing/world";

type Library = typeof import("../src/index.js");

const server = serveApi();
let stranger: Stranger;
let sdk: Library;

beforeAll(async () => {
  stranger = await strangersFolder();
  const entry = join(stranger.folder, "node_modules/@berth/sdk/dist/index.js");
  sdk = (await import(pathToFileURL(entry).href)) as Library; // what was packed
}, 600_000);

afterAll(() => stranger.remove());

async function withKey() {
  const organization = await createOrganization();
  const apiKey = await createKey(organization);
  return { organization, berth: new sdk.Berth({ apiKey, baseUrl: server.url() }) };
}

describe("the packed library, against the running server", () => {
  it("compiles as a stranger's own program, strictly", { timeout: 600_000 }, async () => {
    const program = `import { Berth, NotFoundError, verifyWebhook } from "@berth/sdk";
import { verifyWebhook as again } from "@berth/sdk/webhooks";
const berth = new Berth({ apiKey: "key_x", baseUrl: "https://berth.example.com" });
for await (const member of berth.members.list({ status: ["active"] })) console.log(member.name.length);
const page = await berth.shipments.list({ limit: 1 });
const first: string | undefined = page.data[0]?.reference;
// @ts-expect-error a status that there is none of
await berth.shipments.list({ status: ["lost"] });
// @ts-expect-error either a key or a token
new Berth({ apiKey: "key_x", accessToken: "x" });
console.log(first, NotFoundError, verifyWebhook === again);
`;
    await writeFile(join(stranger.folder, "program.ts"), program);
    const flags = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2023,dom,dom.iterable"];
    const modules = ["--module", "nodenext", "--moduleResolution", "nodenext"];
    const args = [resolve("node_modules/typescript/bin/tsc"), ...flags, ...modules, "program.ts"];
    await expect(promisify(execFile)("node", args, { cwd: stranger.folder })).resolves.toMatchObject({ stdout: "" });
  });

  it("reads lists page by page as one goes through them", async () => {
    const { berth } = await withKey();
    for (const name of ["A", "B", "C", "D", "E"]) await berth.products.create({ sku: unique(name), name });
    const page = await berth.products.list({ limit: 2, sort: "name" });
    expect(page.data.map(({ name }) => name)).toEqual(["A", "B"]);
    expect(page.next_cursor).not.toBeNull();
    const asked = server.seen.length;
    const names: string[] = [];
    for await (const { name } of berth.products.list({ limit: 2, sort: "name" })) {
      names.push(name);
      if (name === "C") break;
    }
    expect(names).toEqual(["A", "B", "C"]);
    expect(server.seen.length - asked).toBe(2);
    expect(await berth.products.list({ limit: 2, sort: "name" }).all()).toHaveLength(5);
    expect(await berth.products.list({ limit: 2, sort: "name" }).all(3)).toHaveLength(3);
  });

  it("throws an error of its kind, with what a program needs to know", async () => {
    const { berth } = await withKey();
    const missing = await berth.members.find("mem_01h2xcejqtf2nbrexx3vqjhp41").catch((error: unknown) => error);
    expect(missing).toBeInstanceOf(sdk.NotFoundError);
    expect(missing).toMatchObject({ name: "NotFoundError", status: 404, code: "not_found" });
    expect((missing as InstanceType<Library["BerthError"]>).requestId).toMatch(/^[0-9a-f-]{36}$/);
    const invalid = await berth.products.create({ sku: "", name: "" }).catch((error: unknown) => error);
    expect(invalid).toBeInstanceOf(sdk.InvalidError);
    expect(Object.keys((invalid as InstanceType<Library["BerthError"]>).details)).toContain("name");
    const unknown = new sdk.Berth({ apiKey: "key_unknown", baseUrl: server.url() });
    await expect(unknown.me.view()).rejects.toBeInstanceOf(sdk.UnauthenticatedError);
    await expect(berth.account.show()).rejects.toBeInstanceOf(sdk.BerthError);
    expect(() => berth.members.find("..")).toThrow(TypeError);
  });

  it("keeps the organization's configuration by its version, and notices a change", async () => {
    const { berth } = await withKey();
    const first = await berth.workspaceConfig.get();
    const from = server.seen.length;
    expect(await berth.workspaceConfig.get()).toEqual(first);
    expect(server.seen.slice(from).map(({ status }) => status)).toEqual([304]);
    await berth.workspaceConfig.update({ insured_by_default: true });
    expect((await berth.workspaceConfig.get()).insured_by_default).toBe(true);
  });

  it("refuses a change of what somebody changed meanwhile", async () => {
    const { berth } = await withKey();
    const { id } = await berth.products.create({ sku: unique("S"), name: "Crate" });
    const etag = sdk.factsOf(await berth.products.find(id))?.etag;
    expect(etag).toMatch(/^"/);
    await berth.products.update(id, { name: "Box" }, { ifMatch: etag });
    const late = berth.products.update(id, { name: "Bin" }, { ifMatch: etag });
    await expect(late).rejects.toBeInstanceOf(sdk.VersionError);
  });

  it("writes once under one name, however often it is sent", async () => {
    const { berth } = await withKey();
    const once = { idempotencyKey: unique("once") };
    const given = { sku: unique("S"), name: "Crate" };
    const [first, second] = [await berth.products.create(given, once), await berth.products.create(given, once)];
    expect(second.id).toBe(first.id);
    expect([sdk.factsOf(first)?.replayed, sdk.factsOf(second)?.replayed]).toEqual([false, true]);
  });

  it("acts for a person in the organization that they choose", async () => {
    const person = await createPerson();
    const first = await createOrganization({ owner: person });
    const second = await createOrganization();
    await addMember(second, { person });
    const accessToken_ = await accessToken(person);
    const berth = new sdk.Berth({
      accessToken: () => Promise.resolve(accessToken_),
      organization: organizationId(first),
      baseUrl: server.url(),
    });
    expect(sdk.factsOf(await berth.me.view())?.organization).toBe(organizationId(first));
    berth.setOrganization(organizationId(second));
    expect(sdk.factsOf(await berth.me.view())?.organization).toBe(organizationId(second));
    const foreign = organizationId(await createOrganization());
    await expect(berth.me.view({ organization: foreign })).rejects.toBeInstanceOf(sdk.NotFoundError);
  });

  it("sends documents, and throws what they answer as errors", async () => {
    const { berth, organization } = await withKey();
    const { organization: own } = await berth.graphql<{ organization: { name: string } }>("{ organization { name } }");
    expect(own.name).toBe(organization.name);
    await expect(berth.graphql("{ nothing }")).rejects.toBeInstanceOf(sdk.GraphqlError);
  });

  it("is told of too many calls alike by documents and by calls", async () => {
    const { berth, organization } = await withKey();
    await guard`update public.organizations set api_calls_per_key = 1 where id = ${organization.id}`;
    await berth.me.view();
    const limited = { status: 429, code: "limited", reason: "calls_of_credential", retryAfter: expect.any(Number) };
    for (const ask of [
      () => berth.graphql("{ organization { name } }", {}, { retries: 0 }),
      () => berth.me.view({ retries: 0 }),
    ]) {
      const refused = await ask().then(undefined, (error: unknown) => error);
      expect(refused).toBeInstanceOf(sdk.LimitedError);
      expect(refused).toMatchObject(limited);
    }
  });

  it("cancels old shipments that nobody sent, and those alone", async () => {
    const { berth, organization } = await withKey();
    const draft = await makeShipmentIn(organization, "draft");
    const sent = await makeShipmentIn(organization, "in_transit");
    expect(await berth.cleanupShipments({ before: "2020-01-01" })).toEqual({ cancelled: [], kept: [] });
    const done = await berth.cleanupShipments({ before: new Date(Date.now() + 60_000) });
    expect(done).toEqual({ cancelled: [draft], kept: [] });
    expect((await berth.shipments.find(sent)).status).toBe("in_transit");
  });

  it("creates organizations and invites into them as a server", async () => {
    const { key } = await makeServer();
    const berth = new sdk.Berth({ apiKey: key, baseUrl: server.url() });
    const subdomain = unique("harbour").toLowerCase().replace(/_/g, "-");
    const owner = await createPerson();
    const made = await berth.organizations.create({ name: "Harbour", subdomain, ownerEmail: owner.email });
    expect(made).toMatchObject({ slug: subdomain });
    const link = new URL(String((await sentMails(owner.email)).at(-1)?.props.link));
    await accountHandle(owner).run(acceptInvitation, { secret: link.pathname.split("/").at(-1) ?? "" });
    const invited = await berth.organizations.addMember(made.id, { userId: "mia@harbour.example", role: "dispatcher" });
    expect(invited).toEqual({ accepted: true });
  });

  it("settles an organization's limits and features as it creates it, which only a server may", async () => {
    const { key } = await makeServer();
    const berth = new sdk.Berth({ apiKey: key, baseUrl: server.url() });
    const owner = await createPerson();
    const { id } = await berth.organizations.create({
      name: "Harbour",
      subdomain: unique("harbour").toLowerCase().replace(/_/g, "-"),
      ownerEmail: owner.email,
      settings: { maxUsers: 3, limits: { webhooks: 1 }, features: { imports: false } },
    });
    const link = new URL(String((await sentMails(owner.email)).at(-1)?.props.link));
    await accountHandle(owner).run(acceptInvitation, { secret: link.pathname.split("/").at(-1) ?? "" });
    const own = new sdk.Berth({ accessToken: await accessToken(owner), organization: id, baseUrl: server.url() });
    const plan = await own.plan.find();
    expect(plan.limits.max_users).toMatchObject({ most: 3, used: 1 });
    expect(plan.limits.webhooks).toMatchObject({ most: 1, used: 0 });
    expect(plan.withheld).toContain("imports");
    expect(plan.withheld).not.toContain("exports");
    const person = new sdk.Berth({ accessToken: await accessToken(owner), baseUrl: server.url() });
    const asPerson = person.organizations.create({ name: "Harbour", settings: { maxUsers: 3 } });
    await expect(asPerson).rejects.toThrow("Only a server's credential");
  });
});

describe("the guide's calls", () => {
  async function withTwo() {
    const person = await createPerson();
    const [first, second] = [await createOrganization({ owner: person }), await createOrganization({ owner: person })];
    const token = await accessToken(person);
    const berthWith = (more: object = {}) => new sdk.Berth({ accessToken: token, baseUrl: server.url(), ...more });
    const openIn = async (organization: Organization) => {
      const { data } = await berthWith({ organization: organizationId(organization) }).invitations.list();
      return data.map(({ email }) => email);
    };
    return { first, second, berthWith, berth: berthWith(), openIn };
  }

  it("invite into the organization that they name, as the guide spells it", async () => {
    const { first, second, berth, openIn } = await withTwo();
    const org_id = organizationId(second); // the first one is the person's default
    const invites = await berth.sendOrganizationInvites({ org_id, emails: ["mia@acme.example"], roles: ["member"] });
    expect(invites.map(({ invitee_identifier }) => invitee_identifier)).toEqual(["mia@acme.example"]);
    await berth.sendOrganizationInvites({ org_id, emails: ["tom@acme.example"], redirect_url: "https://acme.example" });
    expect(await openIn(second)).toEqual(["tom@acme.example", "mia@acme.example"]);
    expect(await openIn(first)).toEqual([]);
  });

  it("act in the organization of their options, whichever was chosen", async () => {
    const { first, second, berth, openIn } = await withTwo();
    const options = { organization: organizationId(second) };
    berth.setOrganization(organizationId(first));
    await berth.sendOrganizationInvites({ emails: ["mia@acme.example"] }, options);
    await berth.createAPIKey({ label: "Dock", password: testPassword }, options);
    const labels = async (organization: string) =>
      (await berth.keys.list({}, { organization })).data.map(({ label }) => label);
    expect([await openIn(first), await openIn(second)]).toEqual([[], ["mia@acme.example"]]);
    expect(await labels(organizationId(first))).not.toContain("Dock");
    expect(await labels(organizationId(second))).toContain("Dock");
  });

  it("invite whom they can, and say of everybody else why not", async () => {
    const { first, berth } = await withTwo();
    const { email } = await addMember(first);
    await berth.sendOrganizationInvites({ emails: ["mia@acme.example"] });
    const invites = await berth.sendOrganizationInvites({ emails: ["mia@acme.example", email, "tom@acme.example"] });
    const none = { id: null, guid: null };
    const made = expect.stringMatching(/^inv_/);
    expect(invites).toEqual([
      { invitee_identifier: "mia@acme.example", outcome: "already_invited", ...none },
      { invitee_identifier: email, outcome: "already_member", ...none },
      { invitee_identifier: "tom@acme.example", outcome: "created", id: made, guid: made },
    ]);
    const wrong = berth.sendOrganizationInvites({ emails: ["ann@acme.example", "nobody"] });
    await expect(wrong).rejects.toBeInstanceOf(sdk.InvalidError);
  });

  it("are done once where the answer is lost, and show no secret then", async () => {
    const { berthWith, berth } = await withTwo();
    const lost = new Set<string>();
    const losing = async (...asked: Parameters<typeof fetch>) => {
      const answer = await fetch(...asked);
      const key = new Headers(asked[1]?.headers).get("idempotency-key");
      if (key === null || lost.has(key)) return answer;
      lost.add(key);
      throw new Error("The connection broke.");
    };
    const far = berthWith({ fetch: losing });
    const [invited] = await far.sendOrganizationInvites({ emails: ["mia@acme.example"] });
    expect(invited?.outcome).toBe("created");
    expect(await far.createAPIKey({ label: "Dock", password: testPassword })).toMatchObject({
      label: "Dock",
      key: null,
    });
    expect((await berth.keys.list()).data.filter(({ label }) => label === "Dock")).toHaveLength(1);
    const founded = await far.createOrganization({ name: "Acme Shipping" });
    expect(founded).toMatchObject({ name: "Acme Shipping", token: null });
    expect(lost.size).toBe(3);
  });

  it("found an organization for a person with all that they say of it", async () => {
    const { berth } = await withTwo();
    const given = { currency: "CHF", timeZone: "Europe/Zurich", roleTemplate: "staff" } as const;
    const subdomain = unique("harbour").toLowerCase().replace(/_/g, "-");
    const { id, slug, token } = await berth.organizations.create({ name: "Harbour", subdomain, ...given });
    expect([slug, token]).toEqual([subdomain, expect.stringMatching(/^key_/)]);
    const found = await berth.setOrganization(id).organization.find();
    expect(found).toMatchObject({ currency: "CHF", time_zone: "Europe/Zurich", role_template: "staff" });
    const owned = berth.organizations.create({ name: "Harbour Two", ownerEmail: "olga@harbour.example" });
    await expect(owned).rejects.toThrow("Only a server's credential");
  });
});

it("runs the guide's quick set-up, step by step, and again", async () => {
  const person = await createPerson();
  const token = await accessToken(person);
  const berth = new sdk.Berth({ accessToken: token, baseUrl: server.url() });
  const metadata = await (await fetch(`${server.url()}/api/metadata`)).json();
  expect(metadata.MULTI_ORGANIZATIONS).toBe(true);
  const organization = await berth.createOrganization({ name: "Acme Shipping" });
  berth.setOrganization(organization.id);
  const given = { org_id: organization.id, emails: ["mia@acme.example"], roles: ["member"] };
  const invites = await berth.sendOrganizationInvites(given);
  expect(invites.map(({ invitee_identifier }) => invitee_identifier)).toEqual(["mia@acme.example"]);
  const config = await berth.updateWorkspaceConfig({ default_currency: "EUR", default_weight_unit: "KG" });
  expect(config).toMatchObject({ default_currency: "EUR", default_weight_unit: "KG" });
  const { key } = await berth.createAPIKey({
    label: "Shop",
    permissions: ["manage_shipments", "manage_orders"],
    organization: organization.id,
    password: testPassword,
  });
  const shop = new sdk.Berth({ apiKey: key ?? "", baseUrl: server.url() });
  const lists = await Promise.all([shop.shipments.list(), shop.orders.list()]);
  expect(lists.map(({ data }) => data)).toEqual([[], []]);
  const first = new sdk.Berth({ apiKey: organization.token ?? "", baseUrl: server.url() });
  const carrier = await first.carriers.create({ name: "PostNL", carrier: "postnl" });
  expect((await first.carriers.list()).data.map(({ id }) => id)).toEqual([carrier.id]);
  expect((await first.webhooks.list()).data).toEqual([]);
  const again = await berth.createOrganization({ name: "Acme Shipping" });
  expect(again).toMatchObject({ id: organization.id, token: null });
  const [mia] = await berth.sendOrganizationInvites(given);
  expect(mia).toMatchObject({ invitee_identifier: "mia@acme.example", outcome: "already_invited" });
});
