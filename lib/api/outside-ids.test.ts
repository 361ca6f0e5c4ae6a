import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { callApi } from "@/lib/testing/api";
import { createOrganization, guard } from "@/lib/testing/world";
import { openApiDocument } from "./openapi";

describe("ids outside are prefixed", () => {
  it("in every field and parameter, but for the ids of requests", () => {
    expect([...new Set(namesOfUuids(JSON.parse(JSON.stringify(openApiDocument()))))].sort()).toEqual([
      ...["request", "request_id"],
    ]);
  });

  it("of the organization in its settings, its look and notices, as its answers' header says", async () => {
    const { slug, owner, id } = await createOrganization();
    const request = "01234567-89ab-7def-8123-456789abcdef";
    await guard`insert into public.notices (organization_id, id, user_id, kind, title, path)
      values (${id}, gen_random_uuid(), ${owner.userId}, 'registration', 'One', ${`/registrations/${request}`})`;
    const ask = (path: string) => callApi({ path, slug, session: owner.hostSession });
    const { headers, body } = await ask("/settings");
    expect(body.id).toMatch(/^org_/);
    expect(body.id).toBe(headers.get("x-org-id"));
    expect((await ask("/look")).body.id).toBe(body.id);
    const mine = (organization: string) =>
      callApi({ path: `/account/notices?organization_id=${organization}`, root: true, session: owner.session });
    const path = `/registrations/${encodeId("reg", request)}`;
    expect((await mine(body.id)).body.data).toMatchObject([{ title: "One", organization_id: body.id, path }]);
    expect((await ask("/notices")).body.data).toMatchObject([{ title: "One", path }]);
    expect(await mine(id)).toMatchObject({
      ...{ status: 422, body: { errors: [{ details: { organization_id: [/begins with org_/] } }] } },
    });
  });

  it("of sessions: one ends by its id, and a bare UUID names nothing", async () => {
    const { owner } = await createOrganization();
    const ask = (path: string, method = "GET") => callApi({ method, path, root: true, session: owner.session });
    const [{ id }] = (await ask("/account/sessions")).body.data;
    expect(id).toMatch(/^ses_/);
    expect((await ask("/account")).body.id).toMatch(/^usr_/);
    const [row] = await guard<{ id: string }[]>`select id from guard.sessions where user_id = ${owner.userId} limit 1`;
    expect((await ask(`/account/sessions/${row?.id}`, "DELETE")).status).toBe(404);
    expect((await ask(`/account/sessions/${id}`, "DELETE")).body).toEqual({ ended: 1 });
  });
});

/** Of fields by their own name, of parameters by theirs. */
function namesOfUuids(node: unknown, name = ""): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => namesOfUuids(each, name));
  if (node === null || typeof node !== "object") return [];
  const { format, name: own } = node as { format?: unknown; name?: unknown };
  if (format === "uuid") return [name];
  return Object.entries(node).flatMap(([key, each]) =>
    namesOfUuids(each, typeof own === "string" ? own : /^(anyOf|oneOf|allOf|\d+)$/.test(key) ? name : key),
  );
}
