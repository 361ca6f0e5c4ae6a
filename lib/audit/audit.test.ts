import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { createKey, revokeKey } from "@/lib/keys/operations";
import { offerOwnership, updateSettings } from "@/lib/settings/operations";
import { addMember, createOrganization, createSuperAdmin, guard, type Member } from "@/lib/testing/world";
import { differences } from "./changes";
import { findAuditEntry, listAudit } from "./operations";
import { entryWords } from "./words";

const general = {
  name: "Named anew",
  currency: "EUR",
  time_zone: "Europe/Berlin",
  weight_unit: "kg",
  dimension_unit: "cm",
  company_name: "",
  industry: "",
  company_size: "",
  city: "",
  country: "",
} as const;
const list = (member: Member, input: object = {}) => member.handle.run(listAudit, input);

describe("the audit trail", () => {
  it("shows its own organization's entries only, newest first, page by page", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    for (let n = 0; n < 5; n += 1) await a.owner.handle.run(createKey, { label: `Key ${n}` });
    await b.owner.handle.run(createKey, { label: "Foreign" });
    const all = (await list(a.owner, { limit: 100 })).data;
    const paged: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await list(a.owner, { limit: 2, ...(cursor ? { cursor } : {}) });
      paged.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor);
    expect(paged).toEqual(all.map(({ id }) => id));
    expect(paged).toEqual([...paged].sort((one, other) => other - one));
    expect(JSON.stringify(all)).not.toContain("Foreign");
    const foreign = (await list(b.owner, { operation: "keys.create" })).data[0]?.id ?? 0;
    await expect(a.owner.handle.run(findAuditEntry, { id: foreign })).rejects.toMatchObject({ code: "not_found" });
    const page = await list(b.owner, { limit: 1 });
    await expect(list(a.owner, { limit: 1, cursor: page.next_cursor ?? "" })).rejects.toMatchObject({
      reason: "bad_cursor",
    });
  });

  it("says who changed what, from what to what", async () => {
    const { owner, name } = await createOrganization();
    await owner.handle.run(updateSettings, general);
    const [entry] = (await list(owner, { operation: "settings.update" })).data;
    expect(entry).toMatchObject({
      actor: `${owner.name} <${owner.email}>`,
      action: "update",
      record_type: "organizations",
      before: { name },
      after: { name: "Named anew" },
      address: owner.handle.request.address,
    });
    expect(entry && entryWords(entry)).toBe("Changed settings");
  });

  it("names whatever the ids stand for, also after a change that does not say it", async () => {
    const organization = await createOrganization();
    const { owner } = organization;
    const driver = await addMember(organization, { role: "driver" });
    const key = await owner.handle.run(createKey, { label: "Scanner" });
    await owner.handle.run(revokeKey, { id: key.id });
    await owner.handle.run(offerOwnership, { member: encodeId("mem", driver.membershipId) });
    const [revoked] = (await list(owner, { operation: "keys.revoke" })).data;
    expect(revoked).toMatchObject({ record_name: "Scanner" });
    const [offered] = (await list(owner, { operation: "ownership.offer" })).data;
    expect(offered?.record_name).toBe(driver.name);
    const detail = await owner.handle.run(findAuditEntry, { id: offered?.id ?? 0 });
    const [to_, from] = [encodeId("mem", driver.membershipId), encodeId("mem", owner.membershipId)];
    expect(detail.names).toMatchObject({ [to_]: driver.name, [from]: owner.name });
    const to = differences(detail).find(({ field }) => field === "To membership");
    expect(to).toEqual({
      field: "To membership",
      before: null,
      after: { kind: "id", id: to_, name: driver.name },
    });
  });

  it("filters by operation, kind, record and day", async () => {
    const { owner } = await createOrganization();
    await owner.handle.run(createKey, { label: "One" });
    await owner.handle.run(updateSettings, general);
    expect((await list(owner, { operation: "keys.create,settings.update" })).data).toHaveLength(2);
    expect((await list(owner, { type: "api_keys" })).data).toHaveLength(1);
    expect((await list(owner, { type: "api_keys", action: "delete" })).data).toHaveLength(0);
    expect((await list(owner, { from: "2000-01-01", to: "2000-01-02" })).data).toHaveLength(0);
    expect((await list(owner, { from: "2000-01-01", type: "api_keys" })).data).toHaveLength(1);
    expect((await list(owner, { q: "keys.cr" })).data).toHaveLength(1);
    await expect(list(owner, { type: "x'; drop table users" })).rejects.toMatchObject({ code: "invalid" });
    await expect(list(owner, { from: "yesterday" })).rejects.toMatchObject({ code: "invalid" });
  });

  it("keeps line breaks, terminal codes and reversed text inert [S114]", async () => {
    const { owner, id } = await createOrganization();
    const evil = "<img src=x onerror=alert(1)>\r\nSet-Cookie: a\u001b[31mred\u202egnp";
    await guard`update public.organizations set city = ${evil} where id = ${id}`;
    const [entry] = (await list(owner, { type: "organizations", action: "update" })).data;
    expect(entry?.after?.city).toBe("<img src=x onerror=alert(1)>\\u000d\\u000aSet-Cookie: a\\u001b[31mred\\u202egnp");
  });

  it("shows a platform visit with its reason", async () => {
    const { owner, id } = await createOrganization();
    const admin = await createSuperAdmin();
    await guard`insert into audit.entries (organization_id, actor_user_id, actor_label, actor_kind, operation, record_type, record_id, action, after)
      values (${id}, ${admin.userId}, 'Sara Super', 'platform', 'console.organization', 'organizations', ${id}, 'view', ${guard.json({ reason: "Ticket 4711" })})`;
    expect((await list(owner, { via: "platform" })).data).toMatchObject([
      { reason: "Ticket 4711", actor: "Sara Super" },
    ]);
  });

  it("is for those who hold the permission", async () => {
    const organization = await createOrganization();
    const developer = await addMember(organization, { role: "developer" });
    await expect(list(developer)).rejects.toMatchObject({ code: "forbidden", permission: "audit.view" });
  });
});
