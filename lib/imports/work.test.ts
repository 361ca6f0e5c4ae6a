import { describe, expect, it } from "vitest";
import { Handle } from "@/lib/access/handle";
import { tidyFiles } from "@/lib/files/tidy";
import { viewMe } from "@/lib/me/operations";
import { age, filesOf, lease, names, ownerOf, upload, waiting, work } from "@/lib/testing/import-work";
import { createOrganization, guard, request } from "@/lib/testing/world";
import { cancelImport, confirmImport, findImport } from "./operations";
import { workOnImport } from "./work";
import { resumeImport, takeRows } from "./work-operations";

const many = (count: number) =>
  `Name,Kind\n${Array.from({ length: count }, (_, at) => `Customer ${String(at).padStart(6, "0")},company`).join("\n")}\n`;

describe("the work", () => {
  it("goes on after a killed worker, without doubles", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const { id } = await upload(ownerOf(organization), "customers", many(1000));
    await work(organization);
    await handle.run(confirmImport, { id });
    const [{ id: jobId } = { id: "" }] = await waiting(organization);
    const dead = await lease(jobId);
    if (!dead) throw new Error("there is no job");
    const uuid = String((dead.payload as { import: string }).import);
    const killed = new Handle({ kind: "import", lease: dead.lease }, request());
    const rows = Array.from({ length: 200 }, (_, at) => ({
      rows: [{ line: at + 2, cells: [`Customer ${String(at).padStart(6, "0")}`, "company"] }],
      repeats: {},
    }));
    expect(await killed.run(takeRows, { id: uuid, from: 0, records: rows })).toEqual({ goesOn: true });
    expect(await killed.run(takeRows, { id: uuid, from: 0, records: rows })).toEqual({ goesOn: false });
    await guard`update guard.jobs set lease_until = now() - interval '1 minute' where id = ${jobId}`;
    await expect(killed.run(resumeImport, { id: uuid })).rejects.toMatchObject({ code: "unauthenticated" });
    const next = await lease(jobId);
    if (!next) throw new Error("the job was not taken up again");
    await workOnImport({ job: next, signal: new AbortController().signal, storeMail: async () => undefined });
    expect(await handle.run(findImport, { id })).toMatchObject({ phase: "done", good: 1000, faulty: 0 });
    const found = await names(organization);
    expect([found.length, new Set(found).size]).toEqual([1000, 1000]);
  });

  it("is handed on when a worker must stop", async () => {
    const organization = await createOrganization();
    const { id } = await upload(ownerOf(organization), "customers", many(450));
    const [{ id: jobId } = { id: "" }] = await waiting(organization);
    const job = await lease(jobId);
    if (!job) throw new Error("there is no job");
    await workOnImport({ job, signal: AbortSignal.abort(), storeMail: async () => undefined });
    await guard`select guard.complete(${job.lease})`;
    expect(await organization.owner.handle.run(findImport, { id })).toMatchObject({ phase: "checking", taken: 200 });
    while ((await waiting(organization)).length > 0) await work(organization);
    expect(await organization.owner.handle.run(findImport, { id })).toMatchObject({ phase: "checked", total: 450 });
  });

  it("of two imports at once writes both whole, and a key that both want only once", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const csv = (from: number) =>
      `Name,Article number\n${Array.from({ length: 300 }, (_, at) => `P,SKU-${from + at}`).join("\n")}\n`;
    const ids = [];
    for (const from of [0, 200]) ids.push((await upload(ownerOf(organization), "products", csv(from))).id);
    await work(organization);
    for (const id of ids) await handle.run(confirmImport, { id });
    const jobs = await Promise.all((await waiting(organization)).map(({ id }) => lease(id)));
    await Promise.all(
      jobs.flatMap((job) =>
        job ? [workOnImport({ job, signal: new AbortController().signal, storeMail: async () => undefined })] : [],
      ),
    );
    const found = await Promise.all(ids.map((id) => handle.run(findImport, { id })));
    expect(found.map(({ phase }) => phase)).toEqual(["done", "done"]);
    expect(found.reduce((sum, { good }) => sum + good, 0)).toBe(500);
    const [count] = await guard<
      { n: number }[]
    >`select count(*)::int as n from public.products where organization_id = ${organization.id}`;
    expect(count?.n).toBe(500);
  });

  it("leaves room for others: more of their requests than it has batches are answered meanwhile", async () => {
    const [organization, other] = [await createOrganization(), await createOrganization()];
    const { handle } = organization.owner;
    const { id } = await upload(ownerOf(organization), "customers", many(5000));
    await work(organization);
    await handle.run(confirmImport, { id });
    let over = false;
    let answered = 0;
    const others = (async () => {
      for (; !over; answered++) await other.owner.handle.run(viewMe, {});
    })();
    await work(organization);
    over = true;
    await others;
    expect(await handle.run(findImport, { id })).toMatchObject({ phase: "done", good: 5000 });
    expect(answered).toBeGreaterThan(5000 / 200);
  });

  it("stops where it is cancelled", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const { id } = await upload(ownerOf(organization), "customers", many(10));
    await work(organization);
    await handle.run(cancelImport, { id });
    await work(organization);
    await expect(handle.run(confirmImport, { id })).rejects.toMatchObject({ code: "invalid" });
    expect([await names(organization), await filesOf(organization)]).toEqual([[], 0]);
  });

  it("ends by itself where nobody confirms it within a day", async () => {
    const organization = await createOrganization();
    const { id } = await upload(ownerOf(organization), "customers", many(3));
    await work(organization);
    const sweep = () => guard`select guard.queue_idle_imports(1000)`;
    await sweep();
    expect([await waiting(organization), await filesOf(organization)]).toEqual([[], 1]);
    await guard`update public.imports set created_at = now() - interval '25 hours' where organization_id = ${organization.id}`;
    await sweep();
    await sweep();
    expect(await waiting(organization)).toHaveLength(1);
    await work(organization);
    expect((await organization.owner.handle.run(findImport, { id })).phase).toBe("cancelled");
    expect([await names(organization), await filesOf(organization)]).toEqual([[], 0]);
  });
});

describe("files that no row needs", () => {
  it("go after a day; what is needed, young or another's stays", async () => {
    const [kept, gone] = [await createOrganization(), await createOrganization()];
    const { id } = await upload(ownerOf(kept), "customers", many(3));
    await upload(ownerOf(gone), "customers", many(3));
    const needed = async (organization: string) => {
      const [row] = await guard<{ files: string[] }[]>`select guard.needed_files(${organization}) as files`;
      return row?.files ?? [];
    };
    await tidyFiles(async () => []);
    expect([await filesOf(kept), await filesOf(gone)]).toEqual([1, 1]);
    await age(kept);
    await age(gone);
    await guard`update public.organizations set state = 'deleted' where id = ${gone.id}`;
    await tidyFiles(needed);
    expect([await filesOf(kept), await filesOf(gone)]).toEqual([1, 0]);
    await kept.owner.handle.run(cancelImport, { id });
    await tidyFiles(needed);
    expect(await filesOf(kept)).toBe(0);
  });
});
