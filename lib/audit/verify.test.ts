import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, describe, expect, it } from "vitest";
import { createKey } from "@/lib/keys/operations";
import { testDatabase } from "@/lib/testing/database";
import { proveAll, sealAll } from "@/lib/testing/sealing";
import { createOrganization, guard, type Organization } from "@/lib/testing/world";
import { addCheckpoint, checkpointFile } from "./checkpoint";
import { listAudit, viewAuditProof } from "./operations";
import { verifyAudit } from "./verify";

const { superuser } = await testDatabase();
// Who tampers holds the server: triggers do not stop them.
const tamperer = postgres(superuser, {
  max: 1,
  onnotice: () => undefined,
  connection: { session_replication_role: "replica" },
});
const folder = await mkdtemp(join(tmpdir(), "berth-checkpoints-"));
const secret = "a secret of checkpoints for tests only";

afterAll(async () => {
  await tamperer.end();
  await rm(folder, { recursive: true, force: true });
});

/** An organization with six sealed entries more than those of its founding; answers their ids. */
async function sealed(): Promise<{ organization: Organization; ids: string[] }> {
  const organization = await createOrganization();
  for (let n = 0; n < 6; n += 1) await organization.owner.handle.run(createKey, { label: `Key ${n}` });
  await sealAll();
  const rows = await guard<{ id: string }[]>`select entry_id::text as id from audit.seals
    where organization_id = ${organization.id} order by position desc limit 6`;
  return { organization, ids: rows.map(({ id }) => id).reverse() };
}

const faultsOf = async ({ id }: Organization) =>
  (await verifyAudit(guard, { folder, secret })).faults.filter((fault) => fault.includes(id));

async function mark({ id }: Organization): Promise<void> {
  const [chain] = await guard<{ position: string; digest: string }[]>`
    select position::text, encode(digest, 'hex') as digest from audit.chains where organization_id = ${id}`;
  if (!chain) throw new Error("no chain");
  await addCheckpoint(folder, secret, { at: new Date(), marks: [{ organization: id, ...chain }] });
}

describe("a chain that nobody touched", () => {
  it("verifies, in code and in the database, and the page is told", async () => {
    const { organization } = await sealed();
    await mark(organization);
    expect(await faultsOf(organization)).toEqual([]);
    await guard`update audit.chains set verified_position = position, verified_at = now() where organization_id <> ${organization.id}`;
    while ((await guard`select guard.prove_chains(10) as done`)[0]?.done > 0);
    const proof = await organization.owner.handle.run(viewAuditProof, {});
    expect(proof).toMatchObject({ broken: false });
    expect(proof.verified).toBe(proof.sealed);
    expect(proof.verifiedTo).toBeInstanceOf(Date);
  });
});

describe("tampering is found, and the entry named", () => {
  it("that edits", async () => {
    const { organization, ids } = await sealed();
    await tamperer`update audit.entries set actor_label = 'Somebody else' where id = ${ids[2] ?? ""}`;
    const faults = await faultsOf(organization);
    expect(faults).toEqual([expect.stringContaining(`entry ${ids[2]} (keys.create, insert of api_keys)`)]);
    await guard`update audit.chains set verified_position = position, verified_at = now() where organization_id <> ${organization.id}`;
    await guard`update audit.chains set verified_position = 0 where organization_id = ${organization.id}`;
    while ((await guard`select guard.prove_chains(10) as done`)[0]?.done > 0);
    expect(await organization.owner.handle.run(viewAuditProof, {})).toMatchObject({ broken: true });
  });

  it("that removes", async () => {
    const { organization, ids } = await sealed();
    await tamperer`delete from audit.entries where id = ${ids[1] ?? ""}`;
    expect(await faultsOf(organization)).toEqual([expect.stringContaining(`entry ${ids[1]}, sealed at place`)]);
  });

  it("that inserts into the past", async () => {
    const { organization, ids } = await sealed();
    const [made] = await tamperer<{ id: string }[]>`
      insert into audit.entries (organization_id, operation, record_type, action, txid)
      select organization_id, 'keys.create', 'api_keys', 'insert', txid - 1 from audit.entries where id = ${ids[0] ?? ""} returning id::text`;
    expect(await faultsOf(organization)).toEqual([expect.stringContaining(`entry ${made?.id} was inserted`)]);
  });

  it("that reorders", async () => {
    const { organization, ids } = await sealed();
    const [one = "", other = ""] = ids;
    await tamperer`update audit.entries a set at = b.at, after = b.after, record_id = b.record_id from audit.entries b
      where a.id = any (${[one, other]}) and b.id = any (${[one, other]}) and a.id <> b.id`;
    const faults = await faultsOf(organization);
    expect(faults).toHaveLength(2);
    for (const id of [one, other]) expect(faults.join()).toContain(`entry ${id} `);
  });

  it("that cuts the end off, seals and all", async () => {
    const { organization, ids } = await sealed();
    await mark(organization);
    const from = ids[4] ?? "";
    await tamperer`delete from audit.entries where organization_id = ${organization.id} and id >= ${from}`;
    await tamperer`delete from audit.seals where organization_id = ${organization.id} and entry_id >= ${from}`;
    await tamperer`update audit.chains c set position = (select max(position) from audit.seals s where s.organization_id = c.organization_id)
      where organization_id = ${organization.id}`;
    expect(await faultsOf(organization)).toEqual([expect.stringContaining("the end is cut off after place")]);
  });

  it("that computes every seal anew: the signed checkpoint differs", async () => {
    const { organization, ids } = await sealed();
    await mark(organization);
    await tamperer`update audit.entries set actor_label = 'Somebody else' where id = ${ids[2] ?? ""}`;
    await tamperer`delete from audit.seals where organization_id = ${organization.id}`;
    await tamperer`delete from audit.chains where organization_id = ${organization.id}`;
    await tamperer`update audit.sealing set txid = 0, entry_id = 0`;
    await sealAll();
    expect(await faultsOf(organization)).toEqual([expect.stringContaining("the chain was made anew")]);
  });

  it("of the file of checkpoints itself", async () => {
    const { organization } = await sealed();
    await mark(organization);
    await mark(organization);
    const text = await readFile(checkpointFile(folder), "utf8");
    const lines = text.trimEnd().split("\n");
    await writeFile(checkpointFile(folder), `${[...lines.slice(0, -2), lines.at(-1)].join("\n")}\n`);
    expect((await verifyAudit(guard, { folder, secret })).faults.join()).toContain("is missing");
    await writeFile(
      checkpointFile(folder),
      text.replace(/"position/g, "").replace(/[0-9a-f]{64}"\]\]/, `${"0".repeat(64)}"]]`),
    );
    expect((await verifyAudit(guard, { folder, secret })).faults.join()).toContain("is not what Berth signed");
    await writeFile(checkpointFile(folder), text);
  });
});

describe("retention", () => {
  it("lets sealed entries of a year ago go, leaves their digest, and the rest verifies", async () => {
    const organization = await createOrganization();
    await tamperer`update audit.entries set at = at - interval '2 years' where organization_id = ${organization.id}`;
    await sealAll();
    await organization.owner.handle.run(createKey, { label: "Of today" });
    await sealAll();
    await proveAll();
    const year = new Date(Date.now() - 366 * 86_400_000);
    await expect(guard`select guard.release_entries(${organization.id}, now(), 1000)`).rejects.toMatchObject({
      code: "BE022",
    });
    const [row] = await guard<
      { gone: number }[]
    >`select guard.release_entries(${organization.id}, ${year}, 1000) as gone`;
    expect(row?.gone).toBeGreaterThan(20);
    await sealAll();
    expect(await faultsOf(organization)).toEqual([]);
    const { data } = await organization.owner.handle.run(listAudit, { limit: 100 });
    expect(data.map(({ operation }) => operation)).toEqual(["audit.release", "keys.create"]);
    await expect(guard`delete from audit.entries where organization_id = ${organization.id}`).rejects.toMatchObject({
      code: "42501",
    });
  });
});
