import { describe, expect, it } from "vitest";
import { createRole } from "@/lib/testing/roles";
import { createOrganization, guard, type Organization } from "@/lib/testing/world";

const members = 10_000;

/** Ten thousand people in a role, some with flags, some suspended; made without triggers, as a superuser may. */
async function fill({ id, slug }: Organization, role: string): Promise<void> {
  await guard.begin(async (sql) => {
    await sql`set local role none`;
    await sql`set local session_replication_role = replica`;
    await sql`
      with people as (
        insert into public.users (id, email, name)
        select guard.uuid7(), 'crowd-' || n || '@' || ${slug} || '.example', 'Person ' || n from generate_series(1, ${members}) n
        returning id, email, name),
      joined as (
        insert into public.memberships (organization_id, id, user_id, role_key, flags, status, origin, name, email)
        select ${id}, guard.uuid7(), id, ${role},
          case when name like '%3' then '{view_assets,send_invites}'::text[] else '{}' end,
          case when name like '%7' then 'suspended' else 'active' end, 'seed', name, email from people
        returning organization_id, id, user_id, role_key, status)
      insert into guard.rights (organization_id, membership_id, user_id, role_key, slug, is_open, permissions)
      select organization_id, id, user_id, role_key, ${slug}, status = 'active', repeat('0', 256)::bit(256) from joined`;
  });
}

describe("a role held by 10,000", () => {
  it("changes for each of them at once", async () => {
    const organization = await createOrganization();
    const { id } = organization;
    const base = await createRole(organization, ["orders.view"]);
    const key = await createRole(organization, ["customers.view"]);
    await fill(organization, key);
    await guard`insert into public.role_inheritance (organization_id, role_key, inherits_key) values (${id}, ${key}, ${base})`;
    await guard`update public.roles set permissions = '{orders.view,invoices.approve}'
      where organization_id = ${id} and key = ${base}`;
    const [holding] = await guard<{ active: number; suspended: number }[]>`
      select count(*) filter (where m.status = 'active' and get_bit(r.permissions, p.position) = 1)::int as active,
        count(*) filter (where m.status = 'suspended' and r.permissions <> repeat('0', 256)::bit(256))::int as suspended
      from public.memberships m
      join guard.rights r on r.organization_id = m.organization_id and r.membership_id = m.id
      join guard.permissions p on p.key = 'invoices.approve'
      where m.organization_id = ${id} and m.role_key = ${key}`;
    expect(holding).toEqual({ active: members * 0.9, suspended: 0 });
    expect(await guard`select * from guard.rights_drift()`).toEqual([]);
  });
});
