import { expect, it } from "vitest";
import { setAuditRetention } from "@/lib/audit/retention-operations";
import { encodeId } from "@/lib/ids";
import { removeMember } from "@/lib/members/operations";
import { addBranch, place } from "@/lib/testing/branch-world";
import { testKey } from "@/lib/testing/keys";
import { addMember, createOrganization, guard, keyHandle } from "@/lib/testing/world";
import { createKey, listKeys, rotateKey } from "./operations";
import { rotateOwnKey } from "./own-operations";
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

it("a rotation by another hands nobody what they do not hold themselves", async () => {
  const organization = await createOrganization();
  const admin = await addMember(organization, { role: "admin" });
  const developer = await addMember(organization, { role: "developer" });
  const { id, key } = await admin.handle.run(createKey, { label: "Sync", scopes: { members: "write" } });
  await expect(developer.handle.run(rotateKey, { id })).rejects.toMatchObject({ code: "forbidden" });
  expect(await may(key, "members.manage")).toBe(true);
  const own = await developer.handle.run(createKey, { label: "Own" });
  await expect(developer.handle.run(rotateKey, { id: own.id })).resolves.toMatchObject({ label: "Own" });
});

it("a key that replaces itself keeps what its maker's demotion took, its end and whose it was", async () => {
  const organization = await createOrganization();
  const { owner } = organization;
  const admin = await addMember(organization, { role: "admin" });
  const made = await admin.handle.run(createKey, { label: "Sync", scopes: { members: "write" } });
  await guard`update public.memberships set role_key = 'user' where id = ${admin.membershipId}`;
  const next = await keyHandle(made.key).run(rotateOwnKey, {});
  await guard`update public.memberships set role_key = 'admin' where id = ${admin.membershipId}`;
  expect(await may(next.key, "members.manage")).toBe(false);
  const ends = await guard<{ expires_at: Date | null }[]>`
    select expires_at from guard.api_keys where organization_id = ${organization.id} and label = 'Sync' order by created_at`;
  expect([ends.length, ends[1]?.expires_at]).toEqual([2, made.expiresAt]);
  await owner.handle.run(updateKeyPolicy, { whenMakerLeaves: "stay" });
  await owner.handle.run(removeMember, { id: encodeId("mem", admin.membershipId) });
  const last = await keyHandle(next.key).run(rotateOwnKey, {});
  const { data } = await owner.handle.run(listKeys, {});
  expect(data.find(({ id }) => id === last.id)).toMatchObject({ createdBy: admin.name, creatorLeft: true });
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
