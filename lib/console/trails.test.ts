import { describe, expect, it } from "vitest";
import { Handle } from "@/lib/access/handle";
import { listAudit } from "@/lib/audit/operations";
import { createKey } from "@/lib/keys/operations";
import { sealAll } from "@/lib/testing/sealing";
import {
  createOrganization,
  createSuperAdmin,
  guard,
  type Person,
  platformHandle,
  request,
  unique,
} from "@/lib/testing/world";
import { retryJob } from "./acts";
import { listPlatformAudit, searchTrails } from "./operations";
import { visitAudit } from "./visit";

const reason = "Ticket 4711: a stolen key";

const searching = (admin: Person, why: string | undefined = reason) =>
  new Handle({ kind: "platform", secret: admin.session }, { ...request(), ...(why ? { reason: why } : {}) });

describe("the platform's log", () => {
  it("is searched with qualifiers, with negation, by words and page by page", async () => {
    const admin = await createSuperAdmin();
    const handle = platformHandle(admin);
    for (let n = 0; n < 3; n += 1) await handle.run(retryJob, { id: await failedJob() });
    const all = (q: string, limit = 50) => handle.run(listPlatformAudit, { q, limit });
    const retried = await all(`actor:${admin.email} action:retried`);
    expect(retried.data).toHaveLength(3);
    expect(retried.data[0]).toMatchObject({ via: "platform", operation: "platform.retry_job", action: "retry" });
    expect(
      (await all(`actor:${admin.email} -action:retried -action:signed_in`)).data.map(({ action }) => action),
    ).not.toContain("retry");
    const page = await all(`actor:${admin.email} action:retried`, 2);
    expect(page.data).toHaveLength(2);
    const rest = await handle.run(listPlatformAudit, {
      q: `actor:${admin.email} action:retried`,
      limit: 2,
      cursor: page.next_cursor ?? "",
    });
    expect([...page.data, ...rest.data].map(({ id }) => id)).toEqual(retried.data.map(({ id }) => id));
    await expect(all("actoin:x")).rejects.toMatchObject({ reason: "bad_query" });
    const other = await createOrganization();
    expect((await all(other.owner.email)).data.filter(({ operation }) => operation === "keys.create")).toEqual([]);
  });
});

describe("every organization's trail", () => {
  it("is searched for a reason, and each organization that is shown finds it in its own", async () => {
    const admin = await createSuperAdmin();
    const word = unique("stolen");
    const [a, b, c] = [await createOrganization(), await createOrganization(), await createOrganization()];
    await a.owner.handle.run(createKey, { label: `${word} one` });
    await b.owner.handle.run(createKey, { label: `${word} two` });
    await sealAll();
    await b.owner.handle.run(createKey, { label: `${word} unsealed` });
    const found = await searching(admin).run(searchTrails, { q: word });
    expect(found.data.map(({ record_name, organization }) => [record_name, organization?.name])).toEqual([
      [`${word} unsealed`, b.name],
      [`${word} two`, b.name],
      [`${word} one`, a.name],
    ]);
    const looks = await guard`select organization_id, after from audit.entries
      where action = 'view' and actor_user_id = ${admin.userId} order by after ->> 'entries'`;
    expect(looks).toEqual([
      { organization_id: a.id, after: { reason, entries: 1 } },
      { organization_id: b.id, after: { reason, entries: 2 } },
    ]);
    const [seen] = (await a.owner.handle.run(listAudit, { q: "via:platform" })).data;
    expect(seen).toMatchObject({ reason, actor: expect.stringContaining(admin.email) });
    expect(JSON.stringify(seen)).not.toContain(word);
    expect((await c.owner.handle.run(listAudit, { q: "via:platform" })).data).toEqual([]);
    const [searched] = (await platformHandle(admin).run(listPlatformAudit, { q: "action:searched" })).data;
    expect(searched?.after).toMatchObject({ reason, query: word, organizations: { [a.id]: 1, [b.id]: 2 } });
  });

  it("shows nothing without a reason, nor to a search that names nothing", async () => {
    const admin = await createSuperAdmin();
    const missing = new Handle({ kind: "platform", secret: admin.session }, request());
    await expect(missing.run(searchTrails, { q: "stolen" })).rejects.toMatchObject({ reason: "reason_missing" });
    for (const q of ["", "action:refused", "ab", "-stolen", "created:>=2026-01-01"])
      await expect(searching(admin).run(searchTrails, { q }), q).rejects.toMatchObject({ reason: "too_broad" });
    const { owner } = await createOrganization();
    await expect(searching(owner).run(searchTrails, { q: "stolen" })).rejects.toMatchObject({ code: "not_found" });
  });

  it("of one organization is searched in a visit as its people search it", async () => {
    const admin = await createSuperAdmin();
    const [a, b] = [await createOrganization(), await createOrganization()];
    await a.owner.handle.run(createKey, { label: "Scanner" });
    await b.owner.handle.run(createKey, { label: "Scanner" });
    const visit = platformHandle(admin, { organizationId: a.id, reason });
    const { data } = await visit.run(visitAudit, { q: "record:key action:created" });
    expect(data.map(({ record_name, record_path }) => [record_name, record_path])).toEqual([["Scanner", null]]);
    expect((await visit.run(visitAudit, { q: "via:platform" })).data).toMatchObject([{ reason }]);
  });
});

async function failedJob(): Promise<string> {
  const { encodeId } = await import("@/lib/ids");
  const [job] = await guard<{ id: string }[]>`
    insert into guard.jobs (id, task, payload, state) values (gen_random_uuid(), 'mail.send', '{}', 'failed') returning id`;
  return encodeId("job", job?.id ?? "");
}
