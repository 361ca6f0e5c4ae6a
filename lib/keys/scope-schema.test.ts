import { describe, expect, it } from "vitest";
import { appPool } from "@/db/connection";
import { permissionOf } from "@/lib/access/operation";
import { type Permission, permissions } from "@/lib/access/permissions";
import { customers } from "@/lib/customers/resource";
import { listMembers } from "@/lib/members/operations";
import { operations } from "@/lib/operations";
import { addMember, createOrganization, guard, keyHandle } from "@/lib/testing/world";
import { createKey, listKeys, rotateKey } from "./operations";
import { givableScopes, resourceNames, scopeOf } from "./scope-schema";

const label = "Scoped";

describe("the scopes of keys", () => {
  it("open each permission that an operation asks for, unless every key holds it or none does", async () => {
    const [row] = await guard<{ apart: Permission[] }[]>`select array_agg(key) as apart from guard.permissions
      where get_bit(guard.everybodys_rights() | guard.never_in_keys(), position) = 1`;
    expect(row?.apart).toContain("organization.view");
    const asked = new Set<string | null>(
      operations.filter(({ scope }) => scope === "organization").map((operation) => permissionOf(operation)),
    );
    const open = permissions.filter((permission) => scopeOf(permission) || row?.apart.includes(permission));
    expect([...asked].filter((permission) => !new Set<string | null>([...open, null]).has(permission))).toEqual([]);
  });

  it("are each of something that operations do", () => {
    const asked = operations.flatMap((operation) => permissionOf(operation)?.split(".")[0] ?? []);
    expect(resourceNames.filter((name) => !asked.includes(name))).toEqual([]);
  });

  it("read what the database reads", async () => {
    for (const permission of permissions.filter((each) => scopeOf(each))) {
      const [row] = await guard<{ reads: boolean }[]>`select guard.is_reading(${permission}) as reads`;
      expect(scopeOf(permission)?.level, permission).toBe(row?.reads ? "read" : "write");
    }
  });

  it("read and write what they say and nothing else", async () => {
    const { owner } = await createOrganization();
    const customer = { name: "Kaya", kind: "person" };
    const reader = await owner.handle.run(createKey, { label, scopes: { customers: "read" } });
    await keyHandle(reader.key).run(customers.operations.list, {});
    await expect(keyHandle(reader.key).run(customers.operations.create, customer)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(keyHandle(reader.key).run(listMembers, {})).rejects.toMatchObject({ permission: "members.view" });
    const writer = await owner.handle.run(createKey, { label, scopes: { customers: "write", members: "none" } });
    await keyHandle(writer.key).run(customers.operations.create, customer);
    await keyHandle(writer.key).run(customers.operations.list, {});
    await expect(keyHandle(writer.key).run(listMembers, {})).rejects.toMatchObject({ code: "forbidden" });
    const { data } = await owner.handle.run(listKeys, {});
    expect(data.map(({ scopes }) => scopes)).toEqual([{ customers: "write" }, { customers: "read" }]);
  });

  it("are reading alone unless somebody chooses", async () => {
    const { owner } = await createOrganization();
    const { key } = await owner.handle.run(createKey, { label });
    await keyHandle(key).run(listMembers, {});
    await expect(
      keyHandle(key).run(customers.operations.create, { name: "Kaya", kind: "person" }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("never go above whoever makes or rotates the key [S76]", async () => {
    const organization = await createOrganization();
    const developer = await addMember(organization, { role: "developer" });
    const above = { code: "forbidden", reason: "above_own_rights" };
    for (const scopes of [{ members: "read" }, { keys: "write" }, { customers: "write" }] as const)
      await expect(developer.handle.run(createKey, { label, scopes })).rejects.toMatchObject(above);
    const strong = await organization.owner.handle.run(createKey, { label, scopes: { members: "write" } });
    await expect(developer.handle.run(rotateKey, { id: strong.id })).rejects.toMatchObject(above);
    const held = new Set<Permission>(["keys.view", "keys.manage", "webhooks.manage"]);
    expect(givableScopes(held).keys).toEqual(["read"]);
    expect(givableScopes(held).members).toEqual([]);
  });

  it("of an unknown name or level are refused, by the database too", async () => {
    const { owner } = await createOrganization();
    for (const scopes of [{ nonsense: "read" }, { members: "own" }, { __proto__x: "write" }])
      await expect(owner.handle.run(createKey, { label, scopes: scopes as never })).rejects.toMatchObject({
        code: "invalid",
      });
    for (const scopes of [{ nonsense: "read" }, { members: "own" }])
      await expect(
        guard`select guard.require_scopes(repeat('1', 256)::bit(256), ${guard.json(scopes)})`,
      ).rejects.toMatchObject({ code: "BE022" });
  });
});

describe("the application's role", () => {
  it("reads no digest, mints no key and raises no scope", async () => {
    const { owner, id } = await createOrganization();
    await owner.handle.run(createKey, { label });
    for (const statement of [
      "select hash from guard.api_keys",
      "update guard.api_keys set rights = repeat('1', 256)::bit(256)",
      "update guard.api_keys set scopes = null",
      "delete from guard.api_keys",
      `select guard.insert_key('${id}', '${owner.membershipId}', 'x', 'key_${"a".repeat(62)}', repeat('1', 256)::bit(256), null)`,
      `select guard.create_key('x', 'key_${"a".repeat(62)}', null, '{"members":"write"}')`,
      `select guard.rotate_key('${id}', 'key_${"a".repeat(62)}', 0)`,
      "select * from guard.keys()",
      "select guard.set_key_policy(true)",
      "select guard.refuse_key('key_x')",
    ])
      await expect(appPool().query(statement), statement).rejects.toMatchObject({ code: "42501" });
  });
});
