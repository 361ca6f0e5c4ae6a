import { describe, expect, it } from "vitest";
import { settled } from "@/lib/access/after";
import { listMembers } from "@/lib/members/operations";
import { addMember, createOrganization, guard, keyHandle, type Member } from "@/lib/testing/world";
import { isWellFormedKey } from "./key-format";
import { createKey, listKeys, revokeKey, rotateKey } from "./operations";

const label = "Warehouse";
const forget = (member: Member) =>
  guard`update guard.sessions set confirmed_at = now() - interval '11 minutes' where user_id = ${member.userId}`;

describe("API keys", () => {
  it("whose rights shrank with their maker's are refused on the record, by name [S76]", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const { key } = await admin.handle.run(createKey, { label });
    await keyHandle(key).run(listMembers, {});
    await guard`update public.memberships set role_key = 'user' where id = ${admin.membershipId}`;
    await expect(keyHandle(key).run(listMembers, {})).rejects.toMatchObject({ permission: "members.view" });
    await settled();
    const refused = await guard`select actor_label, actor_kind, operation, after from audit.entries
      where organization_id = ${organization.id} and action = 'refused'`;
    expect(refused).toEqual([
      {
        actor_label: `Key ${label}`,
        actor_kind: "key",
        operation: "members.list",
        after: { permission: "members.view", why: "permission_missing" },
      },
    ]);
  });

  it("are shown once, listed without their secret, and only to their organization", async () => {
    const [a, b] = [await createOrganization(), await createOrganization()];
    const made = await a.owner.handle.run(createKey, { label });
    expect(isWellFormedKey(made.key)).toBe(true);
    const { data } = await a.owner.handle.run(listKeys, {});
    expect(data).toMatchObject([{ id: made.id, label, last4: made.key.slice(-4), state: "active", lastUsedAt: null }]);
    expect(JSON.stringify(data)).not.toContain(made.key);
    expect(data[0]?.expiresAt?.getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
    expect((await b.owner.handle.run(listKeys, {})).data).toEqual([]);
    await expect(b.owner.handle.run(revokeKey, { id: made.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(b.owner.handle.run(rotateKey, { id: made.id })).rejects.toMatchObject({ code: "not_found" });
  });

  it("stop on the next request when revoked or rotated at once", async () => {
    const { owner } = await createOrganization();
    const first = await owner.handle.run(createKey, { label, expires: "30" });
    await keyHandle(first.key).run(listMembers, {});
    const second = await owner.handle.run(rotateKey, { id: first.id });
    await expect(keyHandle(first.key).run(listMembers, {})).rejects.toMatchObject({ code: "unauthenticated" });
    await keyHandle(second.key).run(listMembers, {});
    expect(Math.abs((second.expiresAt?.getTime() ?? 0) - (first.expiresAt?.getTime() ?? 0))).toBeLessThan(60_000);
    await owner.handle.run(revokeKey, { id: second.id });
    await expect(keyHandle(second.key).run(listMembers, {})).rejects.toMatchObject({ code: "unauthenticated" });
    const again = { id: second.id };
    const over = { code: "not_found", message: "This key is revoked already." };
    await expect(owner.handle.run(revokeKey, again)).rejects.toMatchObject(over);
    await expect(owner.handle.run(rotateKey, again)).rejects.toMatchObject(over);
    await expect(owner.handle.run(revokeKey, { id: first.id })).rejects.toMatchObject({
      code: "not_found",
      message: "This key was replaced already, and works no more.",
    });
  });

  it("end on their day", async () => {
    const { owner, id } = await createOrganization();
    const made = await owner.handle.run(createKey, { label });
    await guard`update guard.api_keys set expires_at = now() - interval '1 second' where organization_id = ${id}`;
    await expect(keyHandle(made.key).run(listMembers, {})).rejects.toMatchObject({ code: "unauthenticated" });
    expect((await owner.handle.run(listKeys, {})).data).toMatchObject([{ state: "expired" }]);
    const past = { label, expires: "custom", expiresOn: "2020-01-01" } as const;
    await expect(owner.handle.run(createKey, past)).rejects.toMatchObject({
      fields: { expiresOn: ["This day is over."] },
    });
  });

  it.each(["Pacific/Auckland", "Europe/Berlin", "America/Los_Angeles"])(
    "end with their last day in %s",
    async (zone) => {
      const { owner, id } = await createOrganization();
      await guard`update public.organizations set time_zone = ${zone} where id = ${id}`;
      const dayIn = (at: number) => new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(at);
      const today = dayIn(Date.now());
      const made = await owner.handle.run(createKey, { label, expires: "custom", expiresOn: today });
      const end = made.expiresAt?.getTime() ?? 0;
      expect([dayIn(end), dayIn(end + 1000) > today]).toEqual([today, true]);
      const yesterday = { label, expires: "custom", expiresOn: dayIn(Date.now() - 26 * 3_600_000) } as const;
      await expect(owner.handle.run(createKey, yesterday)).rejects.toMatchObject({
        fields: { expiresOn: ["This day is over."] },
      });
    },
  );

  it("never hold more than who made them, then or later [S76]", async () => {
    const organization = await createOrganization();
    const developer = await addMember(organization, { role: "developer" });
    const key = await developer.handle.run(createKey, { label });
    await expect(keyHandle(key.key).run(listMembers, {})).rejects.toMatchObject({ code: "forbidden" });
    await keyHandle(key.key).run(listKeys, {});
    await expect(keyHandle(key.key).run(createKey, { label })).rejects.toMatchObject({ permission: "keys.manage" });
    await guard`update public.memberships set role_key = 'staff' where id = ${developer.membershipId}`;
    await expect(keyHandle(key.key).run(listKeys, {})).rejects.toMatchObject({ code: "forbidden" });
    await guard`update public.memberships set role_key = 'admin' where id = ${developer.membershipId}`;
    await expect(keyHandle(key.key).run(listMembers, {})).rejects.toMatchObject({ code: "forbidden" });
  });

  it("need a fresh password and the permission [S105]", async () => {
    const organization = await createOrganization();
    const made = await organization.owner.handle.run(createKey, { label });
    await forget(organization.owner);
    const { handle } = organization.owner;
    for (const act of [
      () => handle.run(createKey, { label }),
      () => handle.run(rotateKey, { id: made.id }),
      () => handle.run(revokeKey, { id: made.id }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "confirm_password" });
    const user = await addMember(organization);
    await expect(user.handle.run(listKeys, {})).rejects.toMatchObject({ permission: "keys.view" });
    await expect(user.handle.run(createKey, { label })).rejects.toMatchObject({ permission: "keys.manage" });
  });

  it("leave their secret nowhere, the audit trail included [S73 S114]", async () => {
    const { owner, id } = await createOrganization();
    const { key } = await owner.handle.run(createKey, { label });
    const tables = await guard<{ schema: string; name: string }[]>`
      select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname in ('public', 'guard', 'audit') and c.relname <> 'limits'`;
    expect(tables.length).toBeGreaterThan(15);
    for (const { schema, name } of tables) {
      const [found] = await guard<{ hits: number }[]>`
        select count(*)::int as hits from ${guard(schema)}.${guard(name)} t where t::text like ${`%${key.slice(16, 60)}%`}`;
      expect(found?.hits, name).toBe(0);
    }
    const entries = await guard<{ action: string; after: object }[]>`
      select action, after from audit.entries where organization_id = ${id} and record_type = 'api_keys'`;
    expect(entries).toHaveLength(1);
    expect(entries[0]?.after).toMatchObject({ label });
    expect(Object.keys(entries[0]?.after ?? {})).not.toContain("hash");
  });
});

describe("a key's use", () => {
  it("is on the record once for an hour and address, however often it is used", async () => {
    const organization = await createOrganization();
    const { key } = await organization.owner.handle.run(createKey, { label: "Counted" });
    // The hour began within these two minutes, or ends meanwhile.
    const minute = new Date().getMinutes();
    const most = minute < 2 || minute > 57 ? 3 : 2;
    const used = async (address: string) => {
      const request = JSON.stringify({ address, agent: "scanner" });
      await guard`select guard.touch(${key}, '', ${request}::text::jsonb)`;
    };
    await used("192.0.2.1");
    await used("192.0.2.1");
    await used("192.0.2.2");
    await guard`update guard.api_keys set last_used_at = now() - interval '2 minutes' where organization_id = ${organization.id}`;
    await used("192.0.2.2");
    const entries = await guard<{ address: string; actor_label: string }[]>`
      select address, actor_label from audit.entries where organization_id = ${organization.id} and action = 'used' order by id`;
    expect(entries.length).toBeLessThanOrEqual(most);
    expect(entries.slice(0, 2)).toEqual([
      { address: "192.0.2.1", actor_label: "Key Counted" },
      { address: "192.0.2.2", actor_label: "Key Counted" },
    ]);
  });
});
