import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionCookie } from "@/lib/access/cookies";
import { Handle } from "@/lib/access/handle";
import { answerExport } from "@/lib/api/export";
import { answerFaults } from "@/lib/api/import-faults";
import { answerUpload } from "@/lib/api/import-upload";
import { baseEnv } from "@/lib/env";
import { tidyFiles } from "@/lib/files/tidy";
import type { LeasedJob } from "@/lib/jobs/task";
import { viewMe } from "@/lib/me/operations";
import { createKey } from "@/lib/testing/keys";
import { makeRecord, resourceNamed } from "@/lib/testing/resource-cases";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, guard, type Member, type Organization, request } from "@/lib/testing/world";
import { cancelImport, confirmImport, findImport } from "./operations";
import { workOnImport } from "./work";
import { resumeImport, takeRows } from "./work-operations";

type Who = { slug: string; session?: string; key?: string };

function requestTo({ slug, session, key }: Who, path: string, body?: string | Uint8Array): Request {
  const host = `${slug}.berth.localhost:3000`;
  const { id, address } = request();
  const headers = new Headers({ "x-berth-host": host, "x-berth-address": address, "x-request-id": id });
  if (session) headers.set("cookie", `${sessionCookie}=${session}`);
  if (session && body !== undefined) headers.set("origin", `http://${host}`);
  if (key) headers.set("authorization", `Token ${key}`);
  const given = body === undefined ? {} : { method: "POST", body: typeof body === "string" ? body : Buffer.from(body) };
  return new Request(`http://${host}${path}`, { headers, ...given });
}

const ownerOf = ({ slug, owner }: Organization): Who => ({ slug, session: owner.hostSession });

async function upload(who: Who, list: string, body: string | Uint8Array) {
  const response = await answerUpload(requestTo(who, `/api/v1/imports/${list}?name=rows.csv`, body), list);
  const answer = await response.json();
  return { status: response.status, id: String(answer.id ?? ""), says: String(answer.errors?.[0]?.message ?? "") };
}

async function lease(id: string, seconds = 120): Promise<LeasedJob | null> {
  const [row] = await guard<
    { job: (LeasedJob & { organization_id: string }) | null }[]
  >`select guard.lease(${id}, ${seconds}) as job`;
  return row?.job ? { ...row.job, organizationId: row.job.organization_id } : null;
}

const waiting = (organization: Organization) => guard<{ id: string }[]>`
  select id from guard.jobs where task = 'imports.work' and organization_id = ${organization.id} and state = 'waiting'`;

/** Does what the worker does until nothing is left to do. */
async function work(organization: Organization): Promise<void> {
  for (const { id } of await waiting(organization)) {
    const job = await lease(id);
    if (!job) continue;
    await workOnImport({ job, signal: new AbortController().signal, storeMail: async () => undefined });
    await guard`select guard.complete(${job.lease})`;
  }
}

async function imported(organization: Organization, list: string, body: string) {
  const { handle } = organization.owner;
  const { id, says } = await upload(ownerOf(organization), list, body);
  expect(says).toBe("");
  await work(organization);
  await handle.run(confirmImport, { id });
  await work(organization);
  return handle.run(findImport, { id });
}

async function names(organization: Organization): Promise<string[]> {
  const rows = await guard<{ name: string }[]>`
    select name from public.customers where organization_id = ${organization.id} order by name`;
  return rows.map(({ name }) => name);
}

async function filesOf(organization: Organization): Promise<number> {
  const { files } = await import("@/lib/files/files");
  const disk = await files();
  const found = await disk.listAll(`${organization.id}/imports`).catch(() => ({ objects: [] }));
  return [...found.objects].length;
}

/** As if its files lay there for two days. */
async function age(organization: Organization): Promise<void> {
  const folder = join(baseEnv().dataDir, "files", organization.id, "imports");
  const then = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000);
  for (const name of await readdir(folder)) await utimes(join(folder, name), then, then);
}

let a: Organization;
let b: Organization;
const workers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  [a, b] = [await createOrganization(), await createOrganization()];
});
afterAll(async () => void (await Promise.all(workers.map((stop) => stop()))));

describe("a file", () => {
  it("is checked first, with each fault at its line and column, and nothing is written", async () => {
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const csv =
      'name,Kind,E-mail,Colour\r\nAcme,Company,a@acme.example,red\n,person,,\n"Two\nlines",alien,not-an-address,\n';
    const { id } = await upload(ownerOf(organization), "customers", csv);
    await work(organization);
    const found = await handle.run(findImport, { id });
    expect(found).toMatchObject({ phase: "checked", total: 3, good: 1, faulty: 2, ignored: ["Colour"] });
    expect(found.faults.map(({ line, faults }) => [line, faults.map(({ column }) => column)])).toEqual([
      [3, ["Name"]],
      [4, ["Name", "Kind", "E-mail"]],
    ]);
    expect(found.faults[0]?.faults[0]?.message).toBe("This is missing.");
    expect(await names(organization)).toEqual([]);
    await handle.run(confirmImport, { id });
    await work(organization);
    expect(await handle.run(findImport, { id })).toMatchObject({ phase: "done", good: 1, faulty: 2 });
    expect(await names(organization)).toEqual(["Acme"]);
    expect(await filesOf(organization)).toBe(0);
    const [entry] = await guard<{ actor: string; operation: string }[]>`
      select actor_user_id as actor, operation from audit.entries
      where organization_id = ${organization.id} and record_type = 'customers' and action = 'insert'`;
    expect(entry).toEqual({ actor: organization.owner.userId, operation: "imports.take" });
  });

  it("gives back its faulty rows with their faults, ready to be mended", async () => {
    const { id } = await upload(ownerOf(a), "customers", 'Name,Kind,Phone\n"=1+1",alien,\'+31 6\nOk,person,\n');
    await work(a);
    const response = await answerFaults(requestTo(ownerOf(a), "/"), id);
    const rows: string[][] = parse(await response.text());
    expect(rows).toEqual([
      ["Name", "Kind", "Phone", "Faults"],
      ["'=1+1", "alien", "'+31 6", "Line 2: Kind: Choose one."],
    ]);
    expect((await answerFaults(requestTo(ownerOf(b), "/"), id)).status).toBe(404);
  });

  it("refers to records of its own organization only, by name or ID", async () => {
    const customer = await makeRecord(a, resourceNamed("customers"), { name: "Quay & Co" });
    const foreign = await makeRecord(b, resourceNamed("customers"), { name: "Only theirs" });
    const csv = [
      "Name,Street,City,Country,Customer,Customer ID",
      "One,Quay 1,Rotterdam,nl,Quay & Co,",
      `Two,Quay 2,Rotterdam,NL,,${customer}`,
      "Three,Quay 3,Rotterdam,NL,Only theirs,",
      `Four,Quay 4,Rotterdam,NL,,${foreign}`,
    ].join("\n");
    const found = await imported(a, "addresses", csv);
    expect(found).toMatchObject({ good: 2, faulty: 2 });
    expect(found.faults.map(({ line, faults }) => [line, faults[0]?.message])).toEqual([
      [4, "There is no customer called “Only theirs”."],
      [5, "There is no such customer."],
    ]);
  });

  it("holds to keys: against what is there, and within itself", async () => {
    const product = await makeRecord(a, resourceNamed("products"), { sku: "TAKEN-1" });
    expect(product).toBeTruthy();
    const found = await imported(a, "products", "Name,Article number\nA,TAKEN-1\nB,NEW-1\nC,NEW-1\n");
    expect(found.faults.map(({ line, faults }) => [line, faults[0]?.column, faults[0]?.message])).toEqual([
      [2, "Article number", "Another product has this article number."],
      [4, "Article number", "Line 3 says the same. No two can."],
    ]);
    expect(found.good).toBe(1);
  });
});

/** Everything but ids and times. */
async function exported(organization: Organization, list: string) {
  const response = await answerExport(requestTo(ownerOf(organization), `/export/${list}?sort=created`), list);
  const text = await response.text();
  const rows: Record<string, string>[] = parse(text, { columns: true });
  const plain = rows.map(({ ID: _, Created: __, Updated: ___, ...row }) => row);
  return { text, rows: plain.sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other))) };
}

describe("what was exported comes back equal", () => {
  it.each(["customers", "products", "parcels", "assets", "templates", "branches", "orders", "shipments"])(
    "%s",
    async (list) => {
      const [from, to] = [await createOrganization(), await createOrganization()];
      await guard`update public.organizations set weight_unit = 'lb', dimension_unit = 'in', currency = 'KWD'
      where id in (${from.id}, ${to.id})`;
      const rows = list === "shipments" ? shipmentsCsv : undefined;
      if (rows) await imported(from, list, rows);
      else for (const more of [{}, hostile[list] ?? {}]) await makeRecord(from, resourceNamed(list), more);
      const before = await exported(from, list);
      const found = await imported(to, list, before.text);
      expect(found).toMatchObject({ phase: "done", faulty: 0, faults: [], ignored: [] });
      expect((await exported(to, list)).rows).toEqual(before.rows);
      expect(before.rows.length).toBeGreaterThan(1);
    },
  );
});

const hostile: Record<string, Record<string, unknown>> = {
  customers: { name: "=cmd|' /C calc'!A0", notes: '+1\n-2\n"=3', phone: "+31 6 1234" },
  products: { name: "-5", price: "0.125", currency: "KWD", weight: 0.31 },
  parcels: { length: 1.1, width: 7.3, height: 0.7, weight: 2.77 },
};

const shipmentsCsv = [
  "Reference,Service,Sender name,Sender street,Sender city,Sender country,Recipient name,Recipient street,Recipient city,Recipient country,Parcel: Weight,Parcel: Length,Notes",
  "A-1,standard,Sam,Quay 1,Rotterdam,NL,Rita,Dam 2,Amsterdam,NL,2.5,11,=1+1",
  "A-1,standard,Sam,Quay 1,Rotterdam,NL,Rita,Dam 2,Amsterdam,NL,0.31,,",
  "A-2,express,Sam,Quay 1,Rotterdam,NL,Rita,Dam 2,Amsterdam,NL,1,,",
].join("\n");

describe("hostile files [S84]", () => {
  const utf16 = Buffer.from(`\ufeff${"Name,Kind\nA,company\n"}`, "utf16le");
  const cases: Record<string, [string | Uint8Array, RegExp]> = {
    empty: ["", /Choose a file|empty/],
    "a zip": [Buffer.from("504b030414000600", "hex"), /spreadsheet or a zip/],
    "UTF-16": [utf16, /UTF-16/],
    "NUL in its head": ["Name,Kind\n\0,company\n", /not a text file/],
    "10,000 columns": [`${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(",")}\n`, /10,000 columns/],
    "no known column": ["Foo,Bar\n1,2\n", /No column of this file/],
    "a missing column": ["Name\nAcme\n", /missing: “Kind”/],
    "a column twice": ["Name,Kind,name\nA,company,B\n", /twice: “name”/],
    "a head without end": [`"Name,Kind\n${"x".repeat(300_000)}`, /longer than a row|never closed/],
  };
  it.each(Object.entries(cases))("%s is refused at once, and not kept", async (_, [body, says]) => {
    const organization = await createOrganization();
    const answer = await upload(ownerOf(organization), "customers", body);
    expect(answer.status).toBe(422);
    expect(answer.says).toMatch(says);
    expect(await filesOf(organization)).toBe(0);
  });

  const fill = "A,company\n".repeat(30_000);
  const later: Record<string, [string | Uint8Array, RegExp]> = {
    "an open quotation mark": [`Name,Kind\n${fill}"B,company\n`, /never closed/],
    "a stray quotation mark": [`Name,Kind\n${fill}"C"x,company\n`, /quotation mark/],
    "a cell of 1 MB": [`Name,Kind\n${fill}${"x".repeat(1_000_000)},company\n`, /longer than a row/],
    "Latin 1": [
      Buffer.concat([Buffer.from(`Name,Kind\n${fill}`), Buffer.from([0xe9, 0x2c]), Buffer.from("company\n")]),
      /not in UTF-8/,
    ],
    "NUL far down": [`Name,Kind\n${fill}\0,company\n`, /zero byte after line/],
  };
  it.each(Object.entries(later))(
    "%s ends the check with a sentence, and nothing is written",
    async (_, [body, says]) => {
      const organization = await createOrganization();
      const { id } = await upload(ownerOf(organization), "customers", body);
      await work(organization);
      const found = await organization.owner.handle.run(findImport, { id });
      expect(found.phase).toBe("failed");
      expect(found.problem).toMatch(says);
      expect([await names(organization), await filesOf(organization)]).toEqual([[], 0]);
    },
  );

  it("more than 50 MB are cut off as they come in", async () => {
    const organization = await createOrganization();
    const answer = await upload(ownerOf(organization), "customers", Buffer.alloc(50_000_001, "a"));
    expect([answer.status, await filesOf(organization)]).toEqual([422, 0]);
  });
});

describe("who may", () => {
  const csv = "Name,Kind\nAcme,company\n";

  it("needs the right to import, and the right to create", async () => {
    const importer = await addMember(a, { role: await createRole(a, ["data.import"]) });
    expect((await upload({ slug: a.slug, session: importer.hostSession }, "customers", csv)).says).toContain(
      "Add, change and remove customers",
    );
    const member = await addMember(a, { role: "member" });
    expect((await upload({ slug: a.slug, session: member.hostSession }, "customers", csv)).status).toBe(403);
    expect((await upload({ slug: a.slug }, "customers", csv)).status).toBe(401);
    expect((await upload({ slug: a.slug, session: b.owner.hostSession }, "customers", csv)).status).toBe(401);
    expect((await upload({ slug: a.slug, key: await createKey(a) }, "customers", csv)).status).toBe(403);
  });

  it("loses it on the way: nothing more is written", async () => {
    const organization = await createOrganization();
    const role = await createRole(organization, ["data.import", "customers.manage", "customers.view"]);
    const person: Member = await addMember(organization, { role });
    const { id } = await upload({ slug: organization.slug, session: person.hostSession }, "customers", csv);
    await work(organization);
    await person.handle.run(confirmImport, { id });
    await guard`update public.memberships set role_key = 'user' where organization_id = ${organization.id} and id = ${person.membershipId}`;
    await work(organization);
    const found = await organization.owner.handle.run(findImport, { id });
    expect(found).toMatchObject({ phase: "failed", problem: expect.stringContaining("no longer") });
    expect(await names(organization)).toEqual([]);
  });

  it("finds nothing of another organization's", async () => {
    const { id } = await upload(ownerOf(a), "customers", csv);
    for (const operation of [findImport, confirmImport, cancelImport])
      await expect(b.owner.handle.run(operation, { id })).rejects.toMatchObject({ code: "not_found" });
    await work(a);
  });
});

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
    const organization = await createOrganization();
    const { handle } = organization.owner;
    const { id } = await upload(ownerOf(organization), "customers", many(5000));
    await work(organization);
    await handle.run(confirmImport, { id });
    let over = false;
    let answered = 0;
    const others = (async () => {
      for (; !over; answered++) await b.owner.handle.run(viewMe, {});
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
