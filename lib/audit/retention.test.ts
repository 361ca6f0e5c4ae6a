import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { createKey } from "@/lib/keys/operations";
import { testDatabase } from "@/lib/testing/database";
import { leases } from "@/lib/testing/due";
import { proveAll, sealAll } from "@/lib/testing/sealing";
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

/** As if the week in which somebody could object were over. */
async function passWeek({ id }: Organization): Promise<void> {
  await guard`update public.organizations set audit_retention_next_from = audit_retention_next_from - interval '7 days'
    where id = ${id}`;
}

const operationsOf = async ({ owner }: Organization) =>
  (await owner.handle.run(listAudit, { limit: 100 })).data.map(({ operation }) => operation);

describe("how long the trail is kept", () => {
  it("is for good until the organization says so; then the worker cuts, says so, and the rest verifies", async () => {
    const [kept, cut] = [await aged(), await aged()];
    await leases().releaseEntries();
    expect((await operationsOf(cut)).length).toBeGreaterThan(20);
    await cut.owner.handle.run(setAuditRetention, { days: 365 });
    await proveAll();
    await leases().releaseEntries();
    expect((await operationsOf(cut)).length).toBeGreaterThan(20); // the week is not over
    await passWeek(cut);
    await leases().releaseEntries();
    expect((await operationsOf(cut)).filter((each) => each !== "system")).toEqual([
      "audit.release",
      "audit.set_retention",
      "keys.create",
    ]);
    const [entry] = (await cut.owner.handle.run(listAudit, {})).data;
    expect(entry && entryWords(entry)).toBe("Let old entries go");
    expect(entry).toMatchObject({ actor: "Berth", after: { entries: expect.any(Number), digest: expect.any(String) } });
    expect((await operationsOf(kept)).length).toBeGreaterThan(20);
    await sealAll();
    const faults = (await verifyAudit(guard, { folder, secret })).faults.filter((each) => each.includes(cut.id));
    expect(faults).toEqual([]);
    await leases().releaseEntries();
    expect((await operationsOf(cut)).filter((each) => each === "audit.release")).toHaveLength(1);
  });

  it("never lets go of what was not proved, nor of a chain that is broken", async () => {
    const organization = await aged();
    const { id } = organization;
    await organization.owner.handle.run(setAuditRetention, { days: 365 });
    await passWeek(organization);
    const chain = (values: { verified_position: number; broken_entry: number | null }) =>
      guard`update audit.chains set ${guard(values)} where organization_id = ${id}`;
    const held = (await operationsOf(organization)).length;
    const release = async () => {
      const [row] = await guard<{ gone: number }[]>`
        select guard.release_entries(${id}, now() - interval '366 days', 5000) as gone`;
      return row?.gone;
    };
    await chain({ verified_position: 0, broken_entry: null });
    expect(await release()).toBe(0);
    await chain({ verified_position: 2, broken_entry: 1 });
    expect(await release()).toBe(0);
    expect(await operationsOf(organization)).toHaveLength(held);
    await chain({ verified_position: 2, broken_entry: null });
    expect(await release()).toBe(2);
  });

  it("is shortened with a week to object, of which everybody who could is told, and a longer time takes it back", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const { owner } = organization;
    const waiting = await admin.handle.run(setAuditRetention, { days: 730 });
    expect(waiting).toMatchObject({ days: null, next: 730 });
    const inDays = ((waiting.next_from?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(Math.round(inDays)).toBe(7);
    const [notice] = await guard<{ title: string }[]>`select title from public.notices
      where organization_id = ${organization.id} and user_id = ${owner.userId} and kind = 'retention'`;
    expect(notice?.title).toBe("The audit trail will be kept for 2 years only");
    const mails = await guard`select 1 from guard.jobs where organization_id = ${organization.id} and task = 'mail.send'
      and payload ->> 'to' = ${owner.email} and payload -> 'props' ->> 'title' = ${notice?.title ?? ""}`;
    expect(mails).toHaveLength(1);
    await admin.handle.run(setAuditRetention, { days: 730 }); // again: the week does not begin anew
    expect(await admin.handle.run(readAuditRetention, {})).toEqual(waiting);
    expect(await owner.handle.run(setAuditRetention, { days: null })).toEqual({
      days: null,
      next: null,
      next_from: null,
    });
    await admin.handle.run(setAuditRetention, { days: 730 });
    await passWeek(organization);
    await leases().releaseEntries();
    expect(await admin.handle.run(readAuditRetention, {})).toEqual({ days: 730, next: null, next_from: null });
    expect(await admin.handle.run(setAuditRetention, { days: 1095 })).toMatchObject({ days: 1095, next: null });
  });

  it("has a floor, in the operation and in the wall, and is changed by who manages settings", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    await expect(admin.handle.run(setAuditRetention, { days: 364 })).rejects.toMatchObject({ code: "invalid" });
    await expect(
      guard`update public.organizations set audit_retention_days = 30 where id = ${organization.id}`,
    ).rejects.toMatchObject({ code: "23514" });
    const manager = await addMember(organization, { role: "manager" });
    await expect(manager.handle.run(setAuditRetention, { days: 365 })).rejects.toMatchObject({ code: "forbidden" });
  });
});
