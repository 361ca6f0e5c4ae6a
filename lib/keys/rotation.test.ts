import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import { viewMe } from "@/lib/me/operations";
import { removeMember } from "@/lib/members/operations";
import { callApi } from "@/lib/testing/api";
import { addBranch, place } from "@/lib/testing/branch-world";
import { addMember, createOrganization, guard, keyHandle } from "@/lib/testing/world";
import { newApiKey } from "./key-format";
import { createKey, listKeys, revokeKey, rotateKey } from "./operations";
import { readKeyPolicy, updateKeyPolicy } from "./policy-operations";

const label = "Rotated";
const reasonOf = async (key: string) => (await callApi({ path: "/me", key })).body.errors?.[0].reason ?? "works";

describe("rotation", () => {
  it("lets both work for as long as it says, then tells which one is over and why", async () => {
    const { owner, id } = await createOrganization();
    const first = await owner.handle.run(createKey, { label, scopes: { members: "write" } });
    const second = await owner.handle.run(rotateKey, { id: first.id, overlapHours: 72 });
    expect([await reasonOf(first.key), await reasonOf(second.key)]).toEqual(["works", "works"]);
    const { data } = await owner.handle.run(listKeys, {});
    expect(data).toMatchObject([
      { id: second.id, state: "active", scopes: { members: "write" } },
      { id: first.id, state: "replaced" },
    ]);
    const left = (data[1]?.expiresAt?.getTime() ?? 0) - Date.now();
    expect(left).toBeGreaterThan(71.9 * 3_600_000);
    expect(left).toBeLessThanOrEqual(72 * 3_600_000);
    await expect(owner.handle.run(rotateKey, { id: first.id })).rejects.toMatchObject({ reason: "already_rotated" });
    await guard`update guard.api_keys set expires_at = now() - interval '1 second'
      where organization_id = ${id} and ended_as = 'rotated'`;
    expect([await reasonOf(first.key), await reasonOf(second.key)]).toEqual(["key_rotated", "works"]);
    expect((await owner.handle.run(listKeys, {})).data[1]).toMatchObject({ state: "rotated" });
  });

  it("at once, revocation and expiry have errors of their own; a key that never was has none", async () => {
    const { owner, id } = await createOrganization();
    const [rotated, revoked, expired] = [
      await owner.handle.run(createKey, { label }),
      await owner.handle.run(createKey, { label }),
      await owner.handle.run(createKey, { label: "Expired" }),
    ];
    await owner.handle.run(rotateKey, { id: rotated.id });
    await owner.handle.run(revokeKey, { id: revoked.id });
    await guard`update guard.api_keys set expires_at = now() where organization_id = ${id} and label = 'Expired'`;
    expect(await Promise.all([rotated, revoked, expired].map(({ key }) => reasonOf(key)))).toEqual([
      "key_rotated",
      "key_revoked",
      "key_expired",
    ]);
    expect(await reasonOf("key_nonsense")).toBe("key_invalid");
  });

  it("takes 0 to 72 hours", async () => {
    const { owner } = await createOrganization();
    const { id } = await owner.handle.run(createKey, { label });
    for (const overlapHours of [-1, 73, 1.5])
      await expect(owner.handle.run(rotateKey, { id, overlapHours })).rejects.toMatchObject({ code: "invalid" });
  });

  it("of a test key makes a test key", async () => {
    const { owner, id } = await createOrganization();
    const [first] = await guard<{ id: string }[]>`select guard.insert_key(${id}, ${owner.membershipId}, ${label},
      ${newApiKey("test", "test")}, guard.live_rights(${id}, ${owner.membershipId}), null) as id`;
    const { key } = await owner.handle.run(rotateKey, { id: encodeId("apk", first?.id ?? "") });
    expect(key).toMatch(/^key_test_/);
    expect((await owner.handle.run(listKeys, {})).data.map(({ mode }) => mode)).toEqual(["test", "test"]);
    expect(await reasonOf(key)).toBe("works");
  });
});

describe("revocation", () => {
  it("holds on the next request, while a hundred are under way", async () => {
    const { owner } = await createOrganization();
    const made = await owner.handle.run(createKey, { label });
    let over = false;
    const late: string[] = [];
    const caller = async () => {
      for (let n = 0; n < 5; n += 1) {
        const began = over;
        const answer = await keyHandle(made.key)
          .run(viewMe, {})
          .then(
            () => "works",
            ({ reason }) => String(reason),
          );
        if (began) late.push(answer);
      }
    };
    const callers = Array.from({ length: 100 }, caller);
    await owner.handle.run(revokeKey, { id: made.id });
    over = true;
    await Promise.all(callers);
    await caller();
    expect(new Set(late)).toEqual(new Set(["key_revoked"]));
  });
});

describe("when the maker leaves", () => {
  const makerOf = async (policy: "end" | "stay") => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    await handle.run(updateKeyPolicy, { whenMakerLeaves: policy });
    const maker = await addMember(organization, { role: "admin" });
    const made = await maker.handle.run(createKey, { label, scopes: { members: "read", customers: "write" } });
    return { organization, handle, maker, made };
  };

  it("their keys end, and say so [S76]", async () => {
    const { handle, maker, made } = await makerOf("end");
    expect(await handle.run(readKeyPolicy, {})).toEqual({ whenMakerLeaves: "end" });
    await handle.run(removeMember, { id: encodeId("mem", maker.membershipId) });
    expect(await reasonOf(made.key)).toBe("key_maker_left");
    expect((await handle.run(listKeys, {})).data).toMatchObject([{ state: "maker_left", creatorLeft: true }]);
  });

  it("or stay where the organization says so, with what they carried then and no more [S76]", async () => {
    const { handle, maker, made } = await makerOf("stay");
    await guard`update public.memberships set role_key = 'manager' where id = ${maker.membershipId}`;
    await handle.run(removeMember, { id: encodeId("mem", maker.membershipId) });
    expect(await reasonOf(made.key)).toBe("works");
    const status = async (path: string) => (await callApi({ path, key: made.key })).status;
    expect([await status("/members"), await status("/customers")]).toEqual([200, 403]);
    expect((await handle.run(listKeys, {})).data).toMatchObject([
      { state: "active", creatorLeft: true, createdBy: maker.name },
    ]);
  });

  it.each(["suspended", "limited to branches"])("keys of whoever was %s end all the same", async (how) => {
    const { organization, handle, maker, made } = await makerOf("stay");
    if (how === "suspended")
      await guard`update public.memberships set status = 'suspended' where id = ${maker.membershipId}`;
    else {
      const branch = await addBranch(organization, new Map(), null);
      await place(organization, maker, { role: "admin", all: false, given: [{ branch, role: null }] });
    }
    await handle.run(removeMember, { id: encodeId("mem", maker.membershipId) });
    expect(await reasonOf(made.key)).toBe("key_maker_left");
  });

  it("is chosen with a fresh proof by whoever changes settings", async () => {
    const organization = await createOrganization();
    const developer = await addMember(organization, { role: "developer" });
    const act = (handle: typeof developer.handle) => handle.run(updateKeyPolicy, { whenMakerLeaves: "stay" });
    await expect(act(developer.handle)).rejects.toMatchObject({ permission: "settings.manage" });
    await guard`update guard.sessions set confirmed_at = null where user_id = ${organization.owner.userId}`;
    await expect(act(organization.owner.handle)).rejects.toMatchObject({ code: "confirm_password" });
  });
});
