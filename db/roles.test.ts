import pg from "pg";
import { describe, expect, it } from "vitest";
import { addMember, createOrganization, guard } from "@/lib/testing/world";

/** Raw SQL of the application's role in the opened context of a member: none of the application's checks stand before it. */
async function tryAs(session: string, slug: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select guard.open($1, $2, null, 'shell.view', '{}')", [session, slug]);
    const { rowCount } = await client.query(statement);
    await client.query("rollback");
    return `changed ${rowCount}`;
  } catch (error) {
    return error instanceof pg.DatabaseError ? `${error.code} ${error.detail}` : String(error);
  } finally {
    await client.end();
  }
}

async function world() {
  const organization = await createOrganization();
  const role = (key: string, permissions: string[]) => guard`
    insert into public.roles (organization_id, id, key, name, permissions)
    values (${organization.id}, guard.uuid7(), ${key}, ${key}, ${permissions})`;
  const own = ["roles.view", "roles.manage", "shipments.view"];
  await role("keeper", own);
  await role("boss", ["audit.view", "shipments.view"]);
  await role("chief", []);
  await role("helper", ["shipments.view"]);
  await guard`insert into public.role_inheritance (organization_id, role_key, inherits_key)
    values (${organization.id}, 'chief', 'boss')`;
  const keeper = await addMember(organization, { role: "keeper" });
  return (statement: string) => tryAs(keeper.hostSession, organization.slug, statement);
}

describe("who manages roles", () => {
  it("takes nothing from a role that holds more than they do, and gives it nothing", async () => {
    const attempt = await world();
    for (const statement of [
      "update roles set permissions = '{shipments.view}' where key = 'boss'",
      "update roles set name = 'Ours' where key = 'boss'",
      "update roles set permissions = '{shipments.view}' where key = 'chief'",
      "delete from roles where key = 'boss'",
      "delete from role_inheritance where role_key = 'chief'",
      "insert into role_inheritance (role_key, inherits_key) values ('boss', 'helper')",
      "insert into role_inheritance (role_key, inherits_key) values ('helper', 'boss')",
      "update roles set permissions = '{audit.view}' where key = 'helper'",
      "insert into roles (id, key, name, permissions) values (gen_random_uuid(), 'mine', 'Mine', '{audit.view}')",
    ])
      expect(await attempt(statement), statement).toBe("BE003 above_own_rights");
  });

  it("changes what is at or below their own", async () => {
    const attempt = await world();
    for (const statement of [
      "update roles set permissions = '{}' where key = 'helper'",
      "update roles set permissions = '{shipments.view,roles.view}' where key = 'helper'",
      "delete from roles where key = 'helper'",
      "insert into role_inheritance (role_key, inherits_key) values ('helper', 'staff')",
      "insert into roles (id, key, name, permissions) values (gen_random_uuid(), 'mine', 'Mine', '{shipments.view}')",
    ])
      expect(await attempt(statement), statement).toBe("changed 1");
  });
});
