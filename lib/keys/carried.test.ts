import { expect, it } from "vitest";
import { setAuditRetention } from "@/lib/audit/retention-operations";
import { encodeId } from "@/lib/ids";
import { removeMember } from "@/lib/members/operations";
import { addBranch, place } from "@/lib/testing/branch-world";
import { testKey } from "@/lib/testing/keys";
import { addMember, createOrganization, guard, keyHandle } from "@/lib/testing/world";
import { createKey, rotateKey } from "./operations";
import { updateKeyPolicy } from "./policy-operations";

const may = async (key: string, permission: string) => {
  const [row] = await guard<{ bit: number }[]>`
    select get_bit(guard.key_rights(k.rights, k.created_by, guard.live_rights(k.organization_id, k.created_by)),
      (select position from guard.permissions where key = ${permission})) as bit
    from guard.api_keys k where k.hash = guard.secret_hash(${key})`;
  return row?.bit === 1;
};

it("a rotation gives back nothing that a demotion of the maker took", async () => {
  const organization = await createOrganization();
  const { owner } = organization;
  const admin = await addMember(organization, { role: "admin" });
  const first = await admin.handle.run(createKey, { label: "Sync", scopes: { members: "write" } });
  expect(await may(first.key, "members.manage")).toBe(true);
  await guard`update public.memberships set role_key = 'user' where id = ${admin.membershipId}`;
  expect(await may(first.key, "members.manage")).toBe(false);
  const { key } = await owner.handle.run(rotateKey, { id: first.id });
  expect(await may(key, "members.manage")).toBe(false);
});

it("a rotation takes no key out of its maker's branches", async () => {
  const organization = await createOrganization();
  const { owner } = organization;
  const manager = await addMember(organization, { role: "admin" });
  const { id } = await manager.handle.run(createKey, { label: "Depot", scopes: { shipments: "write" } });
  const branch = await addBranch(organization, new Map(), null);
  await place(organization, manager, { role: "admin", all: false, given: [{ branch, role: null }] });
  await expect(owner.handle.run(rotateKey, { id })).rejects.toMatchObject({ reason: "key_of_branches" });
});

it("what was lent to its maker does not stay in a key that outlives them", async () => {
  const organization = await createOrganization();
  const { owner, id } = organization;
  await owner.handle.run(updateKeyPolicy, { whenMakerLeaves: "stay" });
  const user = await addMember(organization, { role: "user" });
  await guard`insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, stand_in, permissions,
      starts_at, ends_at)
    values (${id}, guard.uuid7(), ${owner.membershipId}, ${user.membershipId}, false, '{members.manage}', now(),
      now() + interval '1 day')`;
  const key = testKey();
  await guard`select guard.insert_key(${id}, ${user.membershipId}, 'Lent', ${key},
    guard.live_rights(${id}, ${user.membershipId}), null)`;
  expect(await may(key, "members.manage")).toBe(true);
  await owner.handle.run(removeMember, { id: encodeId("mem", user.membershipId) });
  expect(await may(key, "members.manage")).toBe(false);
  expect(await may(key, "organization.view")).toBe(true);
});

it("a key cannot shorten how long the trail is kept", async () => {
  const { owner, id } = await createOrganization();
  const { key } = await owner.handle.run(createKey, { label: "All", scopes: { settings: "write", audit: "read" } });
  await expect(keyHandle(key).run(setAuditRetention, { days: 365 })).rejects.toMatchObject({
    code: "confirm_password",
  });
  const [row] = await guard`select audit_retention_days as days from public.organizations where id = ${id}`;
  expect(row?.days).not.toBe(365);
});
