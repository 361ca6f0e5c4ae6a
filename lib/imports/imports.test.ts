import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { answerExport } from "@/lib/api/export";
import { answerFaults } from "@/lib/api/import-faults";
import { answerUpload } from "@/lib/api/import-upload";
import { encodeId } from "@/lib/ids";
import { filesOf, imported, names, ownerOf, requestTo, upload, work } from "@/lib/testing/import-work";
import { createKey } from "@/lib/testing/keys";
import { makeRecord, resourceNamed, sampleOf } from "@/lib/testing/resource-cases";
import { createRole } from "@/lib/testing/roles";
import { addMember, createOrganization, guard, type Member, type Organization } from "@/lib/testing/world";
import { cancelImport, confirmImport, findImport } from "./operations";

let a: Organization;
let b: Organization;

beforeAll(async () => {
  [a, b] = [await createOrganization(), await createOrganization()];
});

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

  it("counts as a call of whoever sends it, and is refused where none is left", async () => {
    const organization = await createOrganization();
    const send = () =>
      answerUpload(requestTo(ownerOf(organization), "/api/v1/imports/customers", "Name,Kind\n"), "customers");
    const counted = await send();
    expect(counted.headers.get("ratelimit")).toMatch(/^"credential";r=1199;/);
    await guard`update public.organizations set api_calls_per_key = 2 where id = ${organization.id}`;
    const [last, refused] = [await send(), await send()];
    expect([last.status, refused.status, refused.headers.has("retry-after")]).toEqual([201, 429, true]);
    expect(await filesOf(organization)).toBe(2);
  });

  it("gives back its faulty rows with their faults, ready to be mended", async () => {
    const { id } = await upload(ownerOf(a), "customers", 'Name,Kind,Phone\n"=1+1",alien,\'+31 6\nOk,person,\n');
    await work(a);
    const response = await answerFaults(requestTo(ownerOf(a), "/"), id);
    const rows: string[][] = parse(await response.text());
    expect(rows).toEqual([
      ["Name", "Kind", "Phone", "Faults"],
      ["'=1+1", "alien", "'+31 6", "Line 2: Kind: This must be company or person."],
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

/** What spreadsheets and readers of CSV like to take for something else. */
const strange = [
  ...["a,b;c\t|d", 'say "hi", ""', "007", "0042.50", "1e5", "TRUE", "2026-01-02", "+3", "-5", "@SUM(A1)", "=1+1"],
  ...["'quoted", "''=1", "Ünï—文字 🚢 שלום", "two\nlines", "first\r\n=2\n\nlast", '"', "\\", ",,"],
];

/** One record for each, with it in every field of words that takes it; a key also gets a number. */
async function makeStrange(organization: Organization, list: string): Promise<number> {
  const resource = resourceNamed(list);
  const words = Object.entries(resource.fields).filter(([, { kind }]) => kind === "text" || kind === "paragraph");
  let held = 0;
  for (const [at, value] of strange.entries()) {
    const given: Record<string, string> = {};
    for (const [name] of words) {
      const field = resource.operations.create.input.safeParse({ ...sampleOf(resource), [name]: value });
      if (field.success) given[name] = name === resource.title || name === "sku" ? `${value}${at}` : value;
    }
    held += Object.keys(given).length;
    await makeRecord(organization, resource, given);
  }
  return held;
}

describe("what looks like something else comes back as it was", () => {
  it.each(["customers", "addresses", "products", "parcels", "assets", "templates", "branches", "orders"])(
    "%s",
    async (list) => {
      const [from, to] = [await createOrganization(), await createOrganization()];
      expect(await makeStrange(from, list)).toBeGreaterThan(10);
      const before = await exported(from, list);
      const found = await imported(to, list, before.text);
      expect(found).toMatchObject({ phase: "done", faulty: 0, faults: [], ignored: [] });
      expect((await exported(to, list)).rows).toEqual(before.rows);
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
    const refused = await upload({ slug: a.slug, session: member.hostSession }, "customers", csv);
    expect([refused.status, refused.headers.get("x-org-id")]).toEqual([403, encodeId("org", a.id)]);
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
