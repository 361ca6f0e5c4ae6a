import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { createKey, revokeKey } from "@/lib/keys/operations";
import { setMemberRole } from "@/lib/members/operations";
import { resources } from "@/lib/resources";
import { updateSettings } from "@/lib/settings/operations";
import { sealAll } from "@/lib/testing/sealing";
import { generalSettings } from "@/lib/testing/settings-records";
import { addMember, createOrganization, createPerson, guard, type Organization, unique } from "@/lib/testing/world";
import { foldEntries, groupWords } from "./group-rules";
import { findAuditEntry, listAudit } from "./operations";
import { places } from "./places";

const search = async ({ owner }: Organization, q: string, more: object = {}) =>
  (await owner.handle.run(listAudit, { q, limit: 100, ...more })).data;
const acts = async (organization: Organization, q: string) =>
  (await search(organization, q)).map(({ operation, action }) => `${operation} ${action}`);

async function busy() {
  const organization = await createOrganization();
  const word = unique("needle").replaceAll("-", "");
  const admin = await addMember(organization, {
    role: "admin",
    person: await createPerson({ name: `Ada ${word}` }),
  });
  const key = await admin.handle.run(createKey, { label: `Scanner ${word}` });
  await organization.owner.handle.run(revokeKey, { id: key.id });
  await organization.owner.handle.run(updateSettings, { ...generalSettings, weight_unit: "kg", dimension_unit: "cm" });
  return { organization, word, admin };
}

describe.each([
  ["sealed", sealAll],
  ["not sealed yet", async () => undefined],
])("a search of entries that are %s", (_, ready) => {
  it("finds by qualifier, negation, either-or and words, each alone and together", async () => {
    const { organization, word, admin } = await busy();
    await ready();
    expect(await acts(organization, `actor:"ada ${word}" action:created record:key`)).toEqual(["keys.create insert"]);
    expect(await acts(organization, `actor:${encodeId("usr", admin.userId)} record:key`)).toEqual([
      "keys.create insert",
    ]);
    expect(await acts(organization, "action:keys.*")).toEqual(["keys.revoke update", "keys.create insert"]);
    expect(await acts(organization, "action:keys.* -actor:me")).toEqual(["keys.create insert"]);
    expect(await acts(organization, "action:keys.create,settings.update")).toHaveLength(2);
    expect(await acts(organization, "record:key -action:created")).toEqual(["keys.revoke update"]);
    expect(await acts(organization, `ip:${admin.handle.request.address} action:created record:key`)).toHaveLength(1);
    expect(await acts(organization, `-ip:${admin.handle.request.address} record:key`)).toEqual(["keys.revoke update"]);
    expect(await acts(organization, "ip:203.0.113.*")).toEqual([]);
    expect(await acts(organization, `request:${admin.handle.request.id} record:key`)).toEqual(["keys.create insert"]);
    expect(await acts(organization, "created:2000-01-01..2001-01-01")).toEqual([]);
    expect(await acts(organization, "created:>=2000-01-01 record:key")).toHaveLength(2);
    expect(await acts(organization, "-created:>=2000-01-01")).toEqual([]);
    expect(await acts(organization, `SCANNER ${word} action:created`)).toEqual(["keys.create insert"]);
    expect(await acts(organization, `record:"scanner ${word}" action:created`)).toEqual(["keys.create insert"]);
    expect((await acts(organization, `-${word} action:settings.update`)).length).toBe(1);
    expect(await acts(organization, `-${word} record:key action:created`)).toEqual([]);
  });

  it("shows nothing of another organization, and takes every character as itself", async () => {
    const { word } = await busy();
    const other = await createOrganization();
    await ready();
    expect(await search(other, word)).toEqual([]);
    for (const q of ["%%%", "___", "'; drop table users; --", "\\\\\\", "record:%", "actor:_____ -%"])
      expect((await search(other, q)).length, q).toBe(0);
  });

  it("pages by key within a search, and binds the cursor to it", async () => {
    const organization = await createOrganization();
    for (let n = 0; n < 5; n += 1) await organization.owner.handle.run(createKey, { label: `Paged ${n}` });
    await ready();
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await organization.owner.handle.run(listAudit, {
        q: "record:key paged",
        limit: 2,
        ...(cursor && { cursor }),
      });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(5);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
    const { next_cursor } = await organization.owner.handle.run(listAudit, { q: "record:key", limit: 2 });
    const elsewhere = organization.owner.handle.run(listAudit, { q: "record:member", cursor: next_cursor ?? "" });
    await expect(elsewhere).rejects.toMatchObject({ reason: "bad_cursor" });
  });
});

describe("an entry that is sealed", () => {
  it("is found by the name of its record, also where the entry does not say it", async () => {
    const { organization, word } = await busy();
    await sealAll();
    expect(await acts(organization, `record:"Scanner ${word}"`)).toEqual(["keys.revoke update", "keys.create insert"]);
  });

  it("leads to its record where that has a page", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization);
    const id = encodeId("mem", member.membershipId);
    await organization.owner.handle.run(setMemberRole, { id, role: "driver" });
    const [entry] = await search(organization, "action:members.set_role");
    const detail = await organization.owner.handle.run(findAuditEntry, { id: entry?.id ?? 0 });
    expect(detail.record_path).toBe(`/members/${id}`);
  });
});

describe("a query with faults", () => {
  it("is refused with a sentence for each", async () => {
    const { owner } = await createOrganization();
    const asked = owner.handle.run(listAudit, { q: "acter:maria ip:nowhere" });
    await expect(asked).rejects.toMatchObject({
      code: "invalid",
      reason: "bad_query",
      fields: { q: [expect.stringContaining("actor:"), expect.stringContaining("192.0.2.7")] },
    });
  });
});

describe("many entries of one request", () => {
  it("are one line, such as the founding of an organization", async () => {
    const organization = await createOrganization();
    const request = "018f0000-0000-7000-8000-00000000000a";
    await guard`alter table audit.entries disable trigger sealed`;
    await guard`update audit.entries set request_id = ${request}, operation = 'organization.set_up' where organization_id = ${organization.id}
      and operation <> 'session.open'`;
    await guard`alter table audit.entries enable trigger sealed`;
    await organization.owner.handle.run(createKey, { label: "Later" });
    const data = (await organization.owner.handle.run(listAudit, { limit: 100 })).data.filter(
      ({ operation }) => operation !== "session.open",
    );
    const lines = foldEntries(data, false);
    expect(lines.map(({ group, entry }) => (group ? groupWords(group) : entry.operation))).toEqual([
      "keys.create",
      `Organization founded: ${data.length - 1} changes`,
    ]);
    expect(data.length).toBeGreaterThan(20);
  });
});

it("knows the page of every plain record", () => {
  for (const { name, path, prefix } of resources) expect(places[name], name).toEqual([path, prefix]);
});
