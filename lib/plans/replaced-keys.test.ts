import { describe, expect, it } from "vitest";
import { createKey, revokeKey, rotateKey } from "@/lib/keys/operations";
import { putOnPlan } from "@/lib/testing/plans";
import { createOrganization, guard, type Organization } from "@/lib/testing/world";
import { findRoom } from "./operations";

async function withRoom(keys: number): Promise<Organization> {
  const organization = await createOrganization();
  await putOnPlan(organization, { limits: { keys } });
  return organization;
}

const of = ({ owner }: Organization) => owner.handle.run(createKey, { label: "Warehouse" });
const again = ({ owner }: Organization, id: string, overlapHours = 24) =>
  owner.handle.run(rotateKey, { id, overlapHours });
const used = async ({ owner }: Organization) => (await owner.handle.run(findRoom, { limit: "keys" })).used;
const full = { code: "plan_limit" };

describe("a key that was replaced and works on", () => {
  it("is one with what replaced it, however often", async () => {
    const organization = await withRoom(1);
    const first = await of(organization);
    const second = await again(organization, first.id);
    await again(organization, second.id);
    expect(await used(organization)).toBe(1);
    await expect(of(organization)).rejects.toMatchObject(full);
  });

  it("keeps its room when what replaced it is revoked, until it is over itself", async () => {
    const organization = await withRoom(1);
    const first = await of(organization);
    const second = await again(organization, first.id);
    await organization.owner.handle.run(revokeKey, { id: second.id });
    expect(await used(organization)).toBe(1);
    await expect(of(organization)).rejects.toMatchObject(full);
    await guard`update guard.api_keys set expires_at = now() where organization_id = ${organization.id} and revoked_at is null`;
    expect(await used(organization)).toBe(0);
    await of(organization);
  });

  it.each([0, 24])("is replaced also where a lowered limit is passed already (%i hours)", async (hours) => {
    const organization = await withRoom(3);
    const { id } = await of(organization);
    await of(organization);
    await putOnPlan(organization, { limits: { keys: 1 } });
    await again(organization, id, hours);
    expect(await used(organization)).toBe(2);
    await expect(of(organization)).rejects.toMatchObject(full);
  });

  it("takes room anew where it was over", async () => {
    const organization = await withRoom(1);
    const { id } = await of(organization);
    await guard`update guard.api_keys set created_at = now() - interval '1 hour', expires_at = now() - interval '1 minute'
      where organization_id = ${organization.id}`;
    await of(organization);
    await expect(again(organization, id)).rejects.toMatchObject(full);
  });
});
