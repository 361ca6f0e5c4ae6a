import { describe, expect, it } from "vitest";
import { operations } from "@/lib/operations";
import { callApi } from "@/lib/testing/api";
import { createKey } from "@/lib/testing/keys";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, enterAgain, guard, type Organization } from "@/lib/testing/world";

const world = async () => {
  const organization = await createOrganization();
  const key = await createKey(organization);
  const made = await callApi({ method: "POST", path: "/customers", key, body: { name: "Ada", kind: "company" } });
  return { organization, key, path: `/customers/${made.body.id}`, made };
};

const change = (key: string, path: string, name: string, version?: string, method = "PATCH") =>
  callApi({ method, path, key, body: { name }, headers: version === undefined ? {} : { "if-match": version } });

const tag = ({ headers }: { headers: Headers }) => headers.get("etag") ?? "";

async function demandVersions({ id }: Organization): Promise<void> {
  await guard`update public.organizations set api_requires_versions = true where id = ${id}`;
}

describe("the version of a record", () => {
  it("is the same for who made, read and changed it, and another one after each change", async () => {
    const { key, path, made } = await world();
    const read = await callApi({ path, key });
    expect(tag(read)).toMatch(/^"[\w-]{27}"$/);
    expect(tag(made)).toBe(tag(read));
    const changed = await change(key, path, "Bea", tag(read));
    expect(changed.status).toBe(200);
    expect(tag(changed)).not.toBe(tag(read));
    expect(tag(await callApi({ path, key }))).toBe(tag(changed));
  });

  it("lets a change through that saw it, and refuses one that saw an older one", async () => {
    const { key, path } = await world();
    const seen = tag(await callApi({ path, key }));
    expect((await change(key, path, "First", seen)).status).toBe(200);
    const late = await change(key, path, "Second", seen);
    expect([late.status, late.body.errors[0].code]).toEqual([412, "precondition_failed"]);
    expect((await callApi({ path, key })).body.name).toBe("First");
    for (const wrong of ['"made-up"', seen.slice(1, -1), `W/${seen}`, ""])
      expect((await change(key, path, "Third", wrong)).status, wrong).toBe(412);
    const gone = await callApi({ method: "DELETE", path, key, headers: { "if-match": seen } });
    expect(gone.status).toBe(412);
    expect((await change(key, path, "Fourth", "*")).status).toBe(200);
    const now = tag(await callApi({ path, key }));
    expect((await change(key, path, "Fifth", `"another", ${now}`)).status).toBe(200);
  });

  it("lets one of twenty through that saw the same at once", async () => {
    const { key, path } = await world();
    const seen = tag(await callApi({ path, key }));
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => change(key, path, `Name ${n}`, seen)));
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
    expect(answers.filter(({ status }) => status === 412).length).toBe(19);
  });

  it("tells who has it already that nothing changed, without a body", async () => {
    const { key, path } = await world();
    const seen = tag(await callApi({ path, key }));
    for (const known of [seen, `W/${seen}`, `"other", ${seen}`, "*"]) {
      const answer = await callApi({ path, key, headers: { "if-none-match": known } });
      expect([answer.status, answer.text, tag(answer)]).toEqual([304, "", seen]);
      expect(answer.headers.get("x-org-source")).toBe("key");
    }
    expect((await callApi({ path, key, headers: { "if-none-match": '"other"' } })).status).toBe(200);
  });

  it("is asked of nobody who may change a record and not see it, or versions could be tried [S30]", async () => {
    const { organization, key, path } = await world();
    const seen = tag(await callApi({ path, key }));
    const role = await createRole(organization, ["customers.manage"]);
    const { hostSession: session } = await addMember(organization, { role });
    for (const version of [seen, '"made-up"', "*"]) {
      const headers = { "if-match": version };
      const call = { slug: organization.slug, session, method: "PATCH", path, body: { name: "Bea" }, headers };
      const { status, body } = await callApi(call);
      expect([status, body.errors[0].permission], version).toEqual([403, "customers.view"]);
    }
    expect((await callApi({ path, key })).body.name).toBe("Ada");
  });

  it("is no oracle: another organization's record answers as none, with a version too", async () => {
    const [a, b] = [await world(), await world()];
    const seen = tag(await callApi({ path: b.path, key: b.key }));
    expect((await change(a.key, b.path, "Theirs", seen)).status).toBe(404);
    expect((await change(a.key, b.path, "Theirs", "*")).status).toBe(404);
    expect((await callApi({ path: b.path, key: a.key, headers: { "if-none-match": seen } })).status).toBe(404);
  });

  it("is demanded where the organization wants it", async () => {
    const { organization, key, path } = await world();
    await demandVersions(organization);
    const without = await change(key, path, "Blind");
    expect([without.status, without.body.errors[0].code]).toEqual([428, "precondition_required"]);
    expect((await callApi({ path, key })).body.name).toBe("Ada");
    expect((await change(key, path, "Seen", tag(await callApi({ path, key })))).status).toBe(200);
    const another = await callApi({ method: "POST", path: "/customers", key, body: { name: "New", kind: "person" } });
    expect(another.status).toBe(201);
  });
});

describe("the version of a part of the configuration", () => {
  const parts = operations.filter(
    ({ changes, scope, rest }) => changes && scope === "organization" && rest && !/[{:]/.test(rest.path),
  );
  const paths = [...new Set(parts.map(({ changes }) => changes?.shownBy.rest?.path ?? ""))];

  it("is there for each of them", () => {
    expect(paths.toSorted()).toEqual([
      "/look",
      "/preferences",
      "/settings",
      "/settings/api",
      "/settings/audit",
      "/settings/keys",
      "/settings/logs",
      "/settings/security",
      "/workspace-config",
    ]);
  });

  for (const path of paths)
    it(`of ${path} is told, known again and stable`, async () => {
      const key = await createKey(await createOrganization());
      const [first, again] = [await callApi({ path, key }), await callApi({ path, key })];
      expect([first.status, tag(first) !== "", tag(again)]).toEqual([200, true, tag(first)]);
      expect((await callApi({ path, key, headers: { "if-none-match": tag(first) } })).status).toBe(304);
    });

  it("keeps two people who save the same settings from overwriting each other", async () => {
    const { slug, owner } = await createOrganization();
    const call = { slug, session: owner.hostSession };
    const seen = tag(await callApi({ ...call, path: "/workspace-config" }));
    const save = (body: object) =>
      callApi({ ...call, method: "PATCH", path: "/workspace-config", body, headers: { "if-match": seen } });
    const answers = await Promise.all([save({ default_currency: "CHF" }), save({ default_currency: "SEK" })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });
});

describe("a key that names another organization", () => {
  it("acts for its own, or is refused where the organization says so", async () => {
    const { organization, key } = await world();
    const { slug, owner } = organization;
    const other = await createOrganization();
    const add = (named: string) =>
      callApi({
        method: "POST",
        path: "/customers",
        key,
        body: { name: "Named", kind: "company" },
        headers: { "x-org-id": named },
      });
    expect((await add(other.slug)).status).toBe(201);
    await enterAgain(owner);
    const call = { slug, session: owner.hostSession };
    const rules = { refuse_other_organization: true, require_versions: false };
    expect((await callApi({ ...call, method: "PUT", path: "/settings/api", body: rules })).status).toBe(200);
    expect((await callApi({ ...call, path: "/settings/api" })).body).toEqual(rules);
    const own = (await callApi({ path: "/me", key })).headers.get("x-org-id") ?? "";
    const refused = await add("org_nonsense");
    expect([refused.status, refused.body.errors[0].reason]).toEqual([409, "organization_differs"]);
    expect(refused.headers.get("x-org-id")).toBe(own);
    expect((await add(own)).status).toBe(201);
    const read = await callApi({ path: "/me", key, headers: { "x-org-id": other.slug } });
    expect([read.status, read.body.errors[0].code]).toEqual([409, "conflict"]);
    for (const method of ["GET", "HEAD"])
      expect(
        (await callApi({ method, path: "/exports/customers", key, headers: { "x-org-id": other.slug } })).status,
      ).toBe(409);
    expect((await callApi({ method: "HEAD", path: "/exports/customers", key })).status).toBe(200);
    const [row] = await guard<{ n: number }[]>`
      select count(*)::int as n from public.customers where organization_id = ${organization.id} and name = 'Named'`;
    expect(row?.n).toBe(2);
  });
});
