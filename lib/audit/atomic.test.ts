import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { setMemberRole } from "@/lib/members/operations";
import { testDatabase } from "@/lib/testing/database";
import { addMember, createOrganization, guard } from "@/lib/testing/world";

const { superuser } = await testDatabase();
const sql = postgres(superuser, { max: 1, onnotice: () => undefined });

afterAll(() => sql.end());

describe("change and audit entry are one [S110]", () => {
  it("a change that fails leaves no entry", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization);
    const before = await entries(organization.id);
    await expect(
      guard.begin(async (transaction) => {
        await transaction`update public.memberships set role_key = 'admin' where id = ${member.membershipId}`;
        await transaction`select 1 / 0`;
      }),
    ).rejects.toMatchObject({ code: "22012" });
    expect(await entries(organization.id)).toBe(before);
  });

  it("an entry that cannot be written takes the change with it", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization);
    const change = () =>
      organization.owner.handle.run(setMemberRole, { id: encodeId("mem", member.membershipId), role: "driver" });
    await sql`alter table audit.entries add constraint full_disk check (operation <> 'members.set_role') not valid`;
    await expect(change()).rejects.toThrow();
    expect(await role(member.membershipId)).toBe("user");
    await sql`alter table audit.entries drop constraint full_disk`;
    await change();
    expect(await role(member.membershipId)).toBe("driver");
  });
});

async function entries(organization: string): Promise<number> {
  const [row] = await guard<{ count: number }[]>`
    select count(*)::int from audit.entries where organization_id = ${organization}`;
  return row?.count ?? 0;
}

async function role(membership: string): Promise<string | undefined> {
  const [row] = await guard<{ role: string }[]>`
    select role_key as role from public.memberships where id = ${membership}`;
  return row?.role;
}
