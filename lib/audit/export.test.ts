import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { encodeId } from "@/lib/ids";
import type { LeasedJob } from "@/lib/jobs/task";
import { createKey } from "@/lib/keys/operations";
import { setMemberRole } from "@/lib/members/operations";
import { addMember, createOrganization, guard, type Member, type Organization } from "@/lib/testing/world";
import { readParts } from "./export-file";
import { listAuditExports, openAuditExport, readAuditExport, startAuditExport } from "./export-operations";
import { dropAuditExport, workOnAuditExport } from "./export-work";
import { listAudit } from "./operations";

/** Does every waiting job of this kind, as the worker would. */
async function work(organization: Organization, task: "audit.export" | "audit.drop_export"): Promise<number> {
  const waiting = await guard<{ id: string }[]>`
    select id from guard.jobs where organization_id = ${organization.id} and task = ${task} and state = 'waiting'`;
  for (const { id } of waiting) {
    const [row] = await guard<{ leased: LeasedJob }[]>`select guard.lease(${id}, 120) as leased`;
    if (!row) throw new Error("no lease");
    const handler = task === "audit.export" ? workOnAuditExport : dropAuditExport;
    await handler({ job: row.leased, signal: new AbortController().signal, storeMail: async () => undefined });
    await guard`select guard.complete(${row.leased.lease})`;
  }
  return waiting.length;
}

async function fileOf(member: Member, id: string): Promise<string> {
  await member.handle.run(openAuditExport, { id });
  const chunks: Uint8Array[] = [];
  for await (const chunk of readParts(await member.handle.run(readAuditExport, { id }))) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

describe("an export of the audit trail", () => {
  it("holds what the search finds, of its own organization, as CSV with inert cells [S92]", async () => {
    const [organization, other] = [await createOrganization(), await createOrganization()];
    const { owner } = organization;
    await owner.handle.run(createKey, { label: '=HYPERLINK("http://evil.example")' });
    await other.owner.handle.run(createKey, { label: "Foreign" });
    const { id } = await owner.handle.run(startAuditExport, { q: "record:key", format: "csv" });
    await work(organization, "audit.export");
    const rows = parse(await fileOf(owner, id), { columns: true }) as Record<string, string>[];
    expect(rows).toMatchObject([
      { What: "Created API key", Who: owner.name, "E-mail": owner.email, Operation: "keys.create" },
    ]);
    expect(rows[0]?.Record).toBe('\'=HYPERLINK("http://evil.example")');
    expect(JSON.stringify(rows)).not.toContain("Foreign");
  });

  it("holds the whole trail as JSON Lines, an entry each", async () => {
    const organization = await createOrganization();
    const { owner } = organization;
    const before = (await owner.handle.run(listAudit, { limit: 100 })).data;
    const { id } = await owner.handle.run(startAuditExport, { q: "", format: "jsonl" });
    await work(organization, "audit.export");
    const lines = (await fileOf(owner, id))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.id)).toEqual(expect.arrayContaining(before.map((entry) => entry.id)));
    expect(lines[0]).toHaveProperty("after");
    const [found] = (await owner.handle.run(listAuditExports, {})).data;
    expect(found).toMatchObject({ phase: "done", progress: 100, taken: lines.length });
  });

  it("is on the record: its beginning and each download", async () => {
    const organization = await createOrganization();
    const { id } = await organization.owner.handle.run(startAuditExport, { q: "action:refused", format: "csv" });
    await work(organization, "audit.export");
    await organization.owner.handle.run(openAuditExport, { id });
    const { data } = await organization.owner.handle.run(listAudit, { q: "action:exported,downloaded" });
    expect(data.map(({ action }) => action)).toEqual(["downloaded", "exported"]);
  });

  it("ends with the right of who began it, and its link after ten minutes", async () => {
    const organization = await createOrganization();
    const admin = await addMember(organization, { role: "admin" });
    const began = await admin.handle.run(startAuditExport, { q: "", format: "csv" });
    const mem = encodeId("mem", admin.membershipId);
    await organization.owner.handle.run(setMemberRole, { id: mem, role: "user" });
    await work(organization, "audit.export");
    const [found] = (await organization.owner.handle.run(listAuditExports, {})).data;
    expect(found).toMatchObject({
      id: began.id,
      phase: "failed",
      problem: "Whoever began this export may no longer do it.",
    });
    await expect(organization.owner.handle.run(openAuditExport, { id: began.id })).rejects.toMatchObject({
      reason: "export_ended",
    });

    const { id } = await organization.owner.handle.run(startAuditExport, { q: "record:member", format: "csv" });
    await work(organization, "audit.export");
    await expect(organization.owner.handle.run(readAuditExport, { id })).rejects.toMatchObject({ code: "not_found" });
    const file = await fileOf(organization.owner, id);
    expect(file).toContain("Added member");
    await guard`update public.audit_exports set link_until = now() - interval '1 second' where organization_id = ${organization.id}`;
    await expect(organization.owner.handle.run(readAuditExport, { id })).rejects.toMatchObject({ code: "not_found" });
    await guard`select guard.queue_ended_exports(1000)`;
    await guard`select guard.queue_ended_exports(1000)`;
    expect(await work(organization, "audit.drop_export")).toBe(2);
    await expect(organization.owner.handle.run(openAuditExport, { id })).rejects.toMatchObject({
      reason: "export_ended",
    });
  });

  it("is for those who hold the permission, with a fresh password", async () => {
    const organization = await createOrganization();
    const developer = await addMember(organization, { role: "developer" });
    const asked = developer.handle.run(startAuditExport, { q: "", format: "csv" });
    await expect(asked).rejects.toMatchObject({ code: "forbidden", permission: "audit.export" });
  });
});
