import { describe, expect, it } from "vitest";
import { confirmPassword } from "@/lib/access/confirm-password";
import { confirmFactor } from "@/lib/access/factor";
import { codeOf } from "@/lib/access/totp";
import { createHandoff } from "@/lib/auth/handoff";
import { liftPolicy } from "@/lib/cli/commands/policy";
import { listOrganizations } from "@/lib/console/operations";
import { encodeId } from "@/lib/ids";
import { inviteMembers } from "@/lib/invitations/operations";
import { createKey } from "@/lib/keys/operations";
import { exportMembers, findMember, listMembers, setMemberRole } from "@/lib/members/operations";
import { readSettings } from "@/lib/settings/operations";
import { callApi } from "@/lib/testing/api";
import { age, enrolPerson, freeStep, noPolicy, sessionHandle } from "@/lib/testing/factors";
import {
  addMember,
  createOrganization,
  createSuperAdmin,
  guard,
  keyHandle,
  platformHandle,
  request,
  testPassword,
} from "@/lib/testing/world";
import { readPolicy, updatePolicy } from "./operations";
import { networkText, policyInput } from "./schema";

type Organization = Awaited<ReturnType<typeof createOrganization>>;
const demand = (organization: Organization, change: object) =>
  organization.owner.handle.run(updatePolicy, { ...noPolicy, ...change });
const required = { code: "policy", reason: "factor_required" };
const kept = { code: "policy", reason: "network_refused" };

describe("a demanded second factor [S105]", () => {
  it("has a grace, and then keeps pages, forms and API out until it is there", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization, { role: "admin" });
    await demand(organization, { factorFor: "powerful", graceDays: 7 });
    await member.handle.run(listMembers, {});
    await guard`update public.organizations set factor_since = now() - interval '8 days' where id = ${organization.id}`;
    await guard`update public.memberships set joined_at = now() - interval '9 days' where organization_id = ${organization.id}`;
    await guard`update guard.rights set slug = slug where organization_id = ${organization.id}`;
    await expect(member.handle.run(listMembers, {})).rejects.toMatchObject(required);
    await expect(member.handle.run(inviteMembers, { emails: ["a@b.example"] })).rejects.toMatchObject(required);
    const told = await callApi({ path: "/members", slug: organization.slug, session: member.hostSession });
    expect(told.status).toBe(403);
    expect(told.body.errors[0]).toMatchObject({ code: "policy", reason: "factor_required" });
    await enrolPerson(member);
    await member.handle.run(listMembers, {});
    const [drift] = await guard`select count(*)::int as n from guard.rights_drift()`;
    expect(drift?.n).toBe(0);
  });

  it("of the powerful leaves the others alone, and follows a new role on the next request", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization, { role: "member" });
    await demand(organization, { factorFor: "powerful" });
    await member.handle.run(readSettings, {}).catch((error) => expect(error.code).toBe("forbidden"));
    await guard`update public.memberships set role_key = 'admin' where id = ${member.membershipId}`;
    await expect(member.handle.run(readSettings, {})).rejects.toMatchObject(required);
    await demand(organization, { factorFor: "nobody" }).catch((error) => expect(error).toMatchObject(required));
  });

  it("does not take a remembered device where only codes count", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization, { role: "member" });
    const { seed } = await enrolPerson(member);
    await guard`update guard.sessions set factor = 'remembered' where user_id = ${member.userId}`;
    await enrolPerson(organization.owner);
    await demand(organization, { factorFor: "everybody" });
    await member.handle.run(listMembers, {}).catch((error) => expect(error.code).toBe("forbidden"));
    await guard`update public.organizations set remember_devices = false where id = ${organization.id}`;
    await expect(member.handle.run(listMembers, {})).rejects.toMatchObject({
      code: "confirm_password",
      reason: "factor",
    });
    await confirmFactor(member.handle, codeOf(seed));
    await member.handle.run(listMembers, {}).catch((error) => expect(error.code).toBe("forbidden"));
  });

  it("of the installation holds where an organization chose nothing, and for the console", async () => {
    const organization = await createOrganization();
    const superAdmin = await createSuperAdmin();
    await guard`select guard.set_installation('powerful')`;
    await organization.owner.handle.run(listMembers, {});
    await platformHandle(superAdmin).run(listOrganizations, {});
    await guard`update guard.installation set factor_grace_days = 0`;
    await guard`update guard.rights set slug = slug`;
    await expect(organization.owner.handle.run(listMembers, {})).rejects.toMatchObject(required);
    await expect(platformHandle(superAdmin).run(listOrganizations, {})).rejects.toMatchObject(required);
    const { person } = await enrolPerson(superAdmin);
    await platformHandle(person).run(listOrganizations, {});
    await guard`select guard.set_installation('nobody')`;
    await organization.owner.handle.run(listMembers, {});
  });
});

describe("the length of a session [S48]", () => {
  it("ends at the organization alone, and asks again who it is before the next begins", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization, { role: "admin" });
    await demand(organization, { sessionHours: 8, sessionIdleMinutes: 30 });
    await member.handle.run(listMembers, {});
    await age(member, "31 minutes");
    await expect(member.handle.run(listMembers, {})).rejects.toMatchObject({ code: "unauthenticated" });
    const wanted = { host: organization.slug, nonce: "0".repeat(64) };
    await expect(createHandoff(member.session, wanted, request())).rejects.toMatchObject({ reason: "password" });
    const root = sessionHandle(member.session);
    await confirmPassword(root, testPassword);
    await createHandoff(root.renewed ?? "", wanted, request());
  });
});

describe("allowed networks", () => {
  it("hold for pages, forms, API and keys on the next request; IPv4 and IPv6", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const { key } = await organization.owner.handle.run(createKey, { label: "Scanner" });
    const at = (address: string) => sessionHandle(admin.hostSession, organization.slug, address);
    await demand(organization, { networks: ["203.0.113.0/24", "2001:db8::/32"], despiteLockOut: true });
    for (const inside of ["203.0.113.9", "2001:db8:1::2"]) await at(inside).run(listMembers, {});
    for (const outside of ["203.0.114.9", "2001:db9::1", "", "unknown", "'; drop"])
      await expect(at(outside).run(listMembers, {})).rejects.toMatchObject(kept);
    await expect(at("198.51.100.1").run(inviteMembers, { emails: ["a@b.example"] })).rejects.toMatchObject(kept);
    await expect(keyHandle(key).run(listMembers, {})).rejects.toMatchObject(kept);
    const told = await callApi({ path: "/members", key });
    expect([told.status, told.body.errors[0].reason]).toEqual([403, "network_refused"]);
  });

  it("are not set over one's own head without saying so", async () => {
    const organization = await createOrganization();
    await expect(demand(organization, { networks: ["203.0.113.0/24"] })).rejects.toMatchObject({ reason: "locks_out" });
    await organization.owner.handle.run(listMembers, {});
  });

  it("let the owner back to the policy alone, with a fresh proof and on the record", async () => {
    const organization = await createOrganization();
    const { owner } = organization;
    const admin = await addMember(organization, { role: "admin" });
    await demand(organization, { networks: ["203.0.113.0/24"], despiteLockOut: true });
    await expect(owner.handle.run(listMembers, {})).rejects.toMatchObject(kept);
    await expect(admin.handle.run(readPolicy, {})).rejects.toMatchObject(kept);
    await age(owner, "11 minutes");
    await expect(owner.handle.run(readPolicy, {})).rejects.toMatchObject({ code: "confirm_password" });
    await confirmPassword(owner.handle, testPassword);
    expect((await owner.handle.run(readPolicy, {})).networks).toEqual(["203.0.113.0/24"]);
    const [entry] = await guard`select actor_user_id from audit.entries
      where organization_id = ${organization.id} and action = 'opened_from_outside'`;
    expect(entry?.actor_user_id).toBe(owner.userId);
    await owner.handle.run(updatePolicy, noPolicy);
    await admin.handle.run(listMembers, {});
  });

  it("are lifted by the operator, on the organization's record", async () => {
    const organization = await createOrganization();
    await demand(organization, { networks: ["203.0.113.0/24"], despiteLockOut: true });
    await expect(organization.owner.handle.run(listMembers, {})).rejects.toMatchObject(kept);
    await guard`select guard.lift_policy(${organization.slug}, 'tester')`;
    await organization.owner.handle.run(listMembers, {});
    expect(liftPolicy).toBeTypeOf("function");
  });
});

describe("acts with power [S105]", () => {
  it("want a fresh proof: giving power, exports, the policy", async () => {
    const organization = await createOrganization();
    const { owner } = organization;
    const member = await addMember(organization, { role: "member" });
    const id = encodeId("mem", member.membershipId);
    await age(owner, "11 minutes");
    const stale = { code: "confirm_password", reason: "password" };
    await expect(owner.handle.run(setMemberRole, { id, role: "admin" })).rejects.toMatchObject(stale);
    await owner.handle.run(setMemberRole, { id, role: "manager" });
    await expect(owner.handle.run(inviteMembers, { emails: ["x@y.example"], role: "admin" })).rejects.toMatchObject(
      stale,
    );
    await owner.handle.run(inviteMembers, { emails: ["x@y.example"], role: "user" });
    await expect(owner.handle.run(exportMembers, {})).rejects.toMatchObject(stale);
    await expect(demand(organization, {})).rejects.toMatchObject(stale);
    await confirmPassword(owner.handle, testPassword);
    await owner.handle.run(setMemberRole, { id, role: "admin" });
    await owner.handle.run(exportMembers, {});
  });

  it("shows who has a second factor to those who see members", async () => {
    const organization = await createOrganization();
    const member = await addMember(organization, { role: "member" });
    const find = () => organization.owner.handle.run(findMember, { id: encodeId("mem", member.membershipId) });
    expect((await find()).secondFactor).toBe(false);
    const { person } = await enrolPerson(member);
    expect((await find()).secondFactor).toBe(true);
    await freeStep(person);
    const other = await createOrganization();
    await addMember(other, { role: "member", person });
    const [row] = await guard`select second_factor from public.memberships where organization_id = ${other.id}
      and user_id = ${person.userId}`;
    expect(row?.second_factor).toBe(true);
  });
});

it("networks are read in every spelling, and what is none is refused", () => {
  expect(networkText("203.0.113.7/24")).toBe("203.0.113.0/24");
  expect(networkText("203.0.113.7")).toBe("203.0.113.7/32");
  expect(networkText("2001:db8::1")).toBe("2001:db8::1/128");
  for (const odd of ["", "300.1.1.1", "10.0.0.0/33", "example.com", "10.0.0.0/8; drop"])
    expect(networkText(odd)).toBeUndefined();
  const parsed = policyInput.safeParse({ ...noPolicy, networks: "10.0.0.0/8\n2001:db8::/32, 1.2.3.4" });
  expect(parsed.data?.networks).toEqual(["10.0.0.0/8", "2001:db8::/32", "1.2.3.4/32"]);
});
