import { describe, expect, it } from "vitest";
import { settled } from "@/lib/access/after";
import { encodeId } from "@/lib/ids";
import { inviteMembers } from "@/lib/invitations/operations";
import { listMembers, setMemberFlags, suspendMember } from "@/lib/members/operations";
import { updatePolicy } from "@/lib/policy/operations";
import { leases } from "@/lib/testing/due";
import { noPolicy } from "@/lib/testing/factors";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, guard, type Member, type Organization } from "@/lib/testing/world";
import { listAudit, listAuditFilters } from "./operations";
import { readAuditRetention } from "./retention-operations";
import { entryWords } from "./words";

const idOf = (member: Member) => encodeId("mem", member.membershipId);

type Refused = { operation: string; after: Record<string, unknown>; actor: string };

async function refusals({ id }: Organization): Promise<Refused[]> {
  await settled();
  return guard<Refused[]>`select operation, after, actor_label as actor from audit.entries
    where organization_id = ${id} and action = 'refused' order by id`;
}

async function refused(work: Promise<unknown>): Promise<void> {
  await expect(work).rejects.toMatchObject({ name: "BerthError" });
  await settled();
}

describe("a refusal leaves an entry", () => {
  it("with the permission that was missing, asked of the database again", async () => {
    const organization = await createOrganization();
    const driver = await addMember(organization, { role: "driver" });
    await refused(driver.handle.run(listMembers, {}));
    const [entry, ...others] = await refusals(organization);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      operation: "members.list",
      after: { permission: "members.view", why: "permission_missing" },
      actor: expect.stringContaining(driver.email),
    });
    const { data } = await organization.owner.handle.run(listAudit, { q: "action:refused" });
    expect(data.map(entryWords)).toEqual(["Was refused: View members with role and status"]);
  });

  it("where a rule refused the work after it had begun, and the work left nothing", async () => {
    const organization = await createOrganization();
    const role = await createRole(organization, ["members.view", "members.set_flags", "members.manage"]);
    const [clerk, other] = [await addMember(organization, { role }), await addMember(organization, { role: "staff" })];
    await refused(clerk.handle.run(setMemberFlags, { id: idOf(other), flags: ["view_orders"] }));
    await refused(clerk.handle.run(suspendMember, { id: idOf(organization.owner) }));
    await refused(clerk.handle.run(suspendMember, { id: idOf(clerk) }));
    expect((await refusals(organization)).map(({ operation, after }) => [operation, after])).toEqual([
      ["members.set_flags", { permission: expect.any(String), why: "above_own_rights" }],
      ["members.suspend", { why: "owner_protected" }],
      ["members.suspend", { why: "self" }],
    ]);
    const [flags] = await guard`select flags from public.memberships where id = ${other.membershipId}`;
    expect(flags?.flags).toEqual([]);
  });

  it("where the wall's own rule refused, with the application's rules removed", async () => {
    const organization = await createOrganization();
    const role = await createRole(organization, ["invitations.view", "members.invite"]);
    const clerk = await addMember(organization, { role });
    await refused(clerk.handle.run(inviteMembers, { emails: ["new@people.example"], role: "admin" }));
    expect((await refusals(organization)).map(({ after }) => after)).toEqual([
      { permission: expect.any(String), why: "above_own_rights" },
    ]);
  });

  it("where the policy of the organization refused: once a day for each demand", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization, { role: "admin" });
    const { owner } = organization;
    await owner.handle.run(updatePolicy, { ...noPolicy, factorFor: "powerful" });
    for (let n = 0; n < 3; n += 1) await refused(member.handle.run(listMembers, {}));
    await refused(member.handle.run(listAudit, {}));
    await guard`update public.organizations set factor_for = 'nobody', session_hours = 1 where id = ${organization.id}`;
    await guard`update guard.sessions set signed_in_at = now() - interval '2 hours' where user_id = ${member.userId}`;
    await refused(member.handle.run(listMembers, {}));
    expect((await refusals(organization)).map(({ after }) => after)).toEqual([
      { why: "factor_required" },
      { why: "session_over" },
    ]);
  });

  it("once for a page that asks for several things of one permission, and apart for another", async () => {
    const organization = await createOrganization();
    const driver = await addMember(organization, { role: "driver" });
    const asked = [
      driver.handle.run(listAudit, {}),
      driver.handle.run(listAuditFilters, {}),
      driver.handle.run(readAuditRetention, {}),
      driver.handle.run(listMembers, {}),
    ];
    for (const outcome of await Promise.allSettled(asked)) expect(outcome.status).toBe("rejected");
    const told = (await refusals(organization)).map(({ after }) => after.permission);
    expect(told.sort()).toEqual(["audit.view", "members.view"]);
  });

  it("that comes again and again is told once, and then how often", async () => {
    const organization = await createOrganization();
    const driver = await addMember(organization, { role: "driver" });
    for (let n = 0; n < 5; n += 1) await refused(driver.handle.run(listMembers, {}));
    expect(await refusals(organization)).toHaveLength(1);
    await guard`update guard.refusal_tallies set until = now() - interval '1 second' where organization_id = ${organization.id}`;
    await leases().tellRefusals();
    const told = await refusals(organization);
    expect(told.map(({ after }) => after.times)).toEqual([undefined, 4]);
    const { data } = await organization.owner.handle.run(listAudit, { q: "action:refused" });
    expect(entryWords(data[0] ?? ({} as never))).toBe("Was refused: View members with role and status, 4 times more");
    await leases().tellRefusals();
    expect(await refusals(organization)).toHaveLength(2);
  });

  it("never floods: of many different ones most are counted together", async () => {
    const organization = await createOrganization();
    const driver = await addMember(organization, { role: "driver" });
    const operations = await guard<{ name: string }[]>`select name from guard.operations
      where scope = 'organization' and permission in ('members.view', 'members.manage', 'roles.manage', 'keys.manage',
        'settings.manage', 'audit.view', 'audit.export', 'branches.manage', 'webhooks.manage') order by name limit 30`;
    expect(operations).toHaveLength(30);
    for (const { name } of operations)
      await guard`select guard.record_refusal(${driver.hostSession}, ${organization.slug}, ${name}, '{}', '{}')`;
    expect(await refusals(organization)).toHaveLength(21);
    const [rest] = await guard`select sum(untold)::int as n from guard.refusal_tallies
      where organization_id = ${organization.id}`;
    expect(rest?.n).toBe(9);
  });

  it("and none where nothing was refused: what the application says alone counts for no permission", async () => {
    const organization = await createOrganization();
    const told = guard.json({ reason: "permission_missing", permission: "members.view" });
    await guard`select guard.record_refusal(${organization.owner.hostSession}, ${organization.slug}, 'members.list', '{}', ${told})`;
    await guard`select guard.record_refusal('nobody', ${organization.slug}, 'members.list', '{}', ${told})`;
    expect(await refusals(organization)).toEqual([]);
  });

  it("but not where a page only asks what to show", async () => {
    const organization = await createOrganization();
    const driver = await addMember(organization, { role: "driver" });
    await refused(driver.handle.run(listMembers, {}, { asks: true }));
    expect(await refusals(organization)).toEqual([]);
  });
});
