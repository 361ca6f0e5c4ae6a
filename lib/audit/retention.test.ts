import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { createKey } from "@/lib/keys/operations";
import { testDatabase } from "@/lib/testing/database";
import { leases } from "@/lib/testing/due";
import { sealAll } from "@/lib/testing/sealing";
import { addMember, createOrganization, guard, type Organization } from "@/lib/testing/world";
import { listAudit } from "./operations";
import { readAuditRetention, setAuditRetention } from "./retention-operations";
import { verifyAudit } from "./verify";
import { entryWords } from "./words";

const folder = process.env.DATA_DIR ?? "";
const secret = process.env.BERTH_SECRET ?? "";

/** An organization whose founding lies two years back, sealed, with one entry of today. */
async function aged(): Promise<Organization> {
  const organization = await createOrganization();
  const superuser = postgres((await testDatabase()).superuser, {
    max: 1,
    onnotice: () => undefined,
    connection: { session_replication_role: "replica" },
  });
  await superuser`update audit.entries set at = at - interval '2 years' where organization_id = ${organization.id}`;
  await superuser.end();
  await sealAll();
  await organization.owner.handle.run(createKey, { label: "Of today" });
  await sealAll();
  return organization;
}

const operationsOf = async ({ owner }: Organization) =>
  (await owner.handle.run(listAudit, { limit: 100 })).data.map(({ operation }) => operation);

describe("how long the trail is kept", () => {
  it("is for good until the organization says so; then the worker cuts, says so, and the rest verifies", async () => {
    const [kept, cut] = [await aged(), await aged()];
    await leases().releaseEntries();
    expect((await operationsOf(cut)).length).toBeGreaterThan(20);
    await cut.owner.handle.run(setAuditRetention, { days: 365 });
    await leases().releaseEntries();
    expect(await operationsOf(cut)).toEqual(["audit.release", "audit.set_retention", "keys.create"]);
    const [entry] = (await cut.owner.handle.run(listAudit, {})).data;
    expect(entry && entryWords(entry)).toBe("Let old entries go");
    expect(entry).toMatchObject({ actor: "Berth", after: { entries: expect.any(Number), digest: expect.any(String) } });
    expect((await operationsOf(kept)).length).toBeGreaterThan(20);
    await sealAll();
    const faults = (await verifyAudit(guard, { folder, secret })).faults.filter((each) => each.includes(cut.id));
    expect(faults).toEqual([]);
    await leases().releaseEntries();
    expect(await operationsOf(cut)).toHaveLength(3);
  });

  it("has a floor, in the operation and in the wall, and is changed by who manages settings", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    await expect(admin.handle.run(setAuditRetention, { days: 364 })).rejects.toMatchObject({ code: "invalid" });
    await expect(
      guard`update public.organizations set audit_retention_days = 30 where id = ${organization.id}`,
    ).rejects.toMatchObject({ code: "23514" });
    await admin.handle.run(setAuditRetention, { days: 730 });
    expect(await admin.handle.run(readAuditRetention, {})).toEqual({ days: 730 });
    await admin.handle.run(setAuditRetention, { days: null });
    expect(await admin.handle.run(readAuditRetention, {})).toEqual({ days: null });
    const manager = await addMember(organization, { role: "manager" });
    await expect(manager.handle.run(setAuditRetention, { days: 365 })).rejects.toMatchObject({ code: "forbidden" });
  });
});
