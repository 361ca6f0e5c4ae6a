import { describe, expect, it } from "vitest";
import { type Permission, permissions } from "@/lib/access/permissions";
import { encodeId } from "@/lib/ids";
import { testKey } from "@/lib/testing/keys";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, guard, keyHandle } from "@/lib/testing/world";
import { explainAccess, listAccess } from "./operations";

describe("explaining", () => {
  it("names the chain of roles, the flag, the loan, and who can give what is missing", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const dispatcher = await addMember(organization, { role: "dispatcher" });
    const member = encodeId("mem", dispatcher.membershipId);
    const why = (permission: Permission) => admin.handle.run(explainAccess, { permission, member });
    expect(await why("shipments.view")).toMatchObject({
      allowed: true,
      summary: "The role Dispatcher inherits it from User.",
      steps: [
        { about: "role", roles: ["dispatcher", "user"] },
        { about: "flag", speaks: "neither" },
        { about: "plan", speaks: "neither" },
      ],
    });
    const missing = await why("customers.view");
    expect(missing).toMatchObject({ allowed: false, summary: "Neither role, flags nor a loan give it." });
    expect(missing.grantors?.names).toContain(organization.owner.name);
    await guard`update public.memberships set flags = '{view_customers}' where id = ${dispatcher.membershipId}`;
    expect(await why("customers.view")).toMatchObject({
      allowed: true,
      summary: "The flag “View customers” gives it.",
    });
    await guard`insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, stand_in, permissions, starts_at, ends_at)
      values (${organization.id}, guard.uuid7(), ${admin.membershipId}, ${dispatcher.membershipId}, false, '{invoices.approve}', now(), now() + interval '2 days')`;
    expect((await why("invoices.approve")).summary).toMatch(/ lends it until \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/);
    await guard`update public.memberships set status = 'suspended' where id = ${dispatcher.membershipId}`;
    expect(await why("invoices.approve")).toMatchObject({
      allowed: false,
      steps: [{ about: "membership" }, { about: "plan" }],
    });
  });

  it("says which demand of the policy decides, of networks and ways to sign in", async () => {
    const organization = await createOrganization();
    const { owner, id } = organization;
    const driver = await addMember(organization, { role: "driver" });
    const member = encodeId("mem", driver.membershipId);
    const why = () => owner.handle.run(explainAccess, { permission: "shipments.view", member });
    expect(await why()).toMatchObject({ allowed: true });
    await guard`update guard.sessions set address = '198.51.100.7' where user_id = ${driver.userId}`;
    await guard`update guard.sessions set address = ${owner.handle.request.address} where user_id = ${owner.userId}`;
    await guard`update public.organizations set allowed_networks = ${[`${owner.handle.request.address}/32`]} where id = ${id}`;
    expect(await why()).toMatchObject({
      allowed: false,
      summary: "The member is outside of the networks that the organization allows: nothing opens.",
    });
    await guard`update public.organizations set allowed_networks = null, sign_in_ways = '{password}' where id = ${id}`;
    await guard`update guard.sessions set method = 'other' where user_id = ${driver.userId}`;
    expect(await why()).toMatchObject({
      allowed: false,
      summary: "The organization does not allow the way of the present sign-in: nothing opens.",
    });
  });

  it("tells everybody about themselves, and about others only who may see members or roles", async () => {
    const organization = await createOrganization();
    const staff = await addMember(organization, { role: "staff" });
    const viewer = await addMember(organization, { role: await createRole(organization, ["roles.view"]) });
    const other = encodeId("mem", organization.owner.membershipId);
    const own = await staff.handle.run(listAccess, {});
    expect(own.data.filter(({ allowed }) => allowed).map(({ permission }) => permission)).toEqual([
      "organization.view",
    ]);
    expect(own.data).toHaveLength(permissions.length);
    await expect(staff.handle.run(listAccess, { member: other })).rejects.toMatchObject({ permission: "members.view" });
    await expect(viewer.handle.run(listAccess, { member: other })).resolves.toMatchObject({ member: { id: other } });
    const stranger = encodeId("mem", (await createOrganization()).owner.membershipId);
    await expect(viewer.handle.run(listAccess, { member: stranger })).rejects.toMatchObject({ code: "not_found" });
  });

  it("takes any record that the asking person sees, and says what its branch decides", async () => {
    const organization = await createOrganization();
    const { owner, id } = organization;
    const [berlin, order, customer] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    const driver = await addMember(organization, { role: "driver" });
    const dispatcher = await addMember(organization, { role: "member" });
    await guard`insert into public.branches (organization_id, id, name, code) values (${id}, ${berlin}, 'Berlin', 'BER')`;
    await guard`insert into public.orders (organization_id, id, reference, status, channel, total, currency, branch_id, created_at, updated_at)
      values (${id}, ${order}, 'A-1', 'open', 'web', 0, 'EUR', ${berlin}, now(), now())`;
    await guard`insert into public.customers (organization_id, id, name, kind, created_at, updated_at)
      values (${id}, ${customer}, 'Ada', 'person', now(), now())`;
    await guard`update public.memberships set all_branches = false where id = ${dispatcher.membershipId}`;
    const member = encodeId("mem", dispatcher.membershipId);
    const why = (record: string) => owner.handle.run(explainAccess, { record, member });
    expect(await why(encodeId("ord", order))).toMatchObject({
      allowed: false,
      permission: "orders.view",
      record: { word: "order", branch: "Berlin" },
      summary: "This order is of the branch Berlin, and the member is not there.",
    });
    await guard`insert into public.membership_branches (organization_id, id, membership_id, branch_id)
      values (${id}, guard.uuid7(), ${dispatcher.membershipId}, ${berlin})`;
    expect(await why(encodeId("ord", order))).toMatchObject({ allowed: true });
    expect(await why(encodeId("cus", customer))).toMatchObject({ allowed: true, permission: "customers.view" });
    expect(await why(member)).toMatchObject({ allowed: false, permission: "members.view", record: { word: "member" } });
    const unknown = { code: "not_found", message: "There is no such record." };
    await expect(driver.handle.run(explainAccess, { record: encodeId("cus", customer) })).rejects.toMatchObject(
      unknown,
    );
    await expect(why(encodeId("ord", crypto.randomUUID()))).rejects.toMatchObject(unknown);
    const other = await createOrganization();
    await expect(other.owner.handle.run(explainAccess, { record: encodeId("ord", order) })).rejects.toMatchObject(
      unknown,
    );
  });

  it("tells a key about itself", async () => {
    const organization = await createOrganization();
    const secret = testKey();
    await guard`select guard.insert_key(${organization.id}, ${organization.owner.membershipId}, 'Scanner', ${secret},
      guard.permission_bits('{organization.view,orders.view}'), null)`;
    const { allowed, summary } = await keyHandle(secret).run(explainAccess, { permission: "customers.view" });
    expect({ allowed, summary }).toEqual({ allowed: false, summary: "The key “Scanner” was made without it." });
    expect(await keyHandle(secret).run(explainAccess, { permission: "orders.view" })).toMatchObject({ allowed: true });
  });
});
