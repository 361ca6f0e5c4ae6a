import { v7 as uuidv7 } from "uuid";
import type { Database } from "@/lib/access/database";
import { BerthError, type FieldErrors } from "@/lib/errors";
import { organizationStandards } from "@/lib/measures/convert";
import type { Resource, Row } from "@/lib/resource/declaration";
import { type Fields, inputName, type Linked } from "@/lib/resource/field-schema";
import { recordsRepository } from "@/lib/resource/repository";
import { namesOf } from "@/lib/resource/targets";
import { type Known, valuesOf } from "@/lib/resource/values";
import { insertMany } from "./insert";
import type { Ready, Refused } from "./sheet";
import { takenBy } from "./unique";

/** Many inputs of one resource, each by the rules of creating it by hand. */
export async function takeRecords(db: Database, resource: Resource, ready: Ready[], keep: boolean): Promise<Refused> {
  const refused: Refused = new Map();
  const known = await knownOf(db, resource, ready);
  const made: { row: Row & { id: string }; lines: Row[] }[] = [];
  for (const { id, input } of ready) {
    try {
      const { values, lines } = await valuesOf({ db, resource, id, input, known });
      made.push({
        row: rowOf(db, resource, id, values),
        lines: (lines ?? []).map((line, at) => lineOf(db, id, line, at)),
      });
    } catch (error) {
      refused.set(id, faultsOf(error));
    }
  }
  const taken = await takenBy(
    db,
    resource.table,
    made.map(({ row }) => row),
  );
  for (const [row, key] of taken) refused.set(String(row.id), takenFault(resource, key));
  if (!keep) return refused;
  const records = made.filter(({ row }) => !taken.has(row));
  for (const { row } of records) await number(db, resource, row);
  const { table, linesTable } = resource;
  for (const row of await insertMany(db, { table, linesTable, records }))
    refused.set(String(row.id), {
      "": ["The database refused this row: it breaks a rule, or another record came first."],
    });
  return refused;
}

/** Sentences of a refusal; what is no refusal of ours is thrown on. */
export function faultsOf(error: unknown): FieldErrors {
  if (!(error instanceof BerthError) || !["invalid", "conflict", "not_found"].includes(error.code)) throw error;
  return error.fields ?? { "": [error.message] };
}

export function takenFault({ words, fields }: { words: { one: string }; fields: Fields }, key: string): FieldErrors {
  const label = fields[key]?.label.toLowerCase() ?? key;
  return { [key]: [`Another ${words.one} has this ${label}.`] };
}

async function knownOf(db: Database, { fields, lines }: Resource, ready: Ready[]): Promise<Known> {
  const found = new Map<string, Set<string>>();
  const look = async (of: Fields, rows: Row[]) => {
    for (const [name, field] of Object.entries(of)) {
      if (field.kind !== "reference") continue;
      const ids = rows.map((row) => row[inputName(name, field)]).filter((id) => typeof id === "string");
      const names = await namesOf(db, field.to, ids);
      found.set(field.to.name, new Set([...(found.get(field.to.name) ?? []), ...names.keys()]));
    }
  };
  await look(
    fields,
    ready.map(({ input }) => input),
  );
  if (lines)
    await look(
      lines.fields,
      ready.flatMap(({ input }) => (input[lines.name] ?? []) as Row[]), // parsed by the input
    );
  const exists = (link: Linked, id: string) => found.get(link.name)?.has(id) ?? false;
  return { standards: await organizationStandards(db), exists };
}

/** One statement writes many rows: each names every column, and a switch that was left out is on, as in the form of a new record. */
function rowOf(db: Database, { fields }: Resource, id: string, values: Row): Row & { id: string } {
  const now = new Date();
  const unsaid = Object.entries(fields)
    .filter(([, { kind, fixed }]) => kind !== "flag" || !fixed)
    .map(([name, { kind }]) => [name, kind === "flag" ? true : null]);
  return {
    ...Object.fromEntries(unsaid),
    ...values,
    organizationId: db.organizationId,
    id,
    createdAt: now,
    updatedAt: now,
  };
}

function lineOf(db: Database, recordId: string, line: Row, at: number): Row {
  return { ...line, organizationId: db.organizationId, id: uuidv7(), recordId, position: at + 1 };
}

async function number(db: Database, resource: Resource, row: Row): Promise<void> {
  for (const [name, field] of Object.entries(resource.fields))
    if (field.kind === "text" && field.numbered && !row[name])
      row[name] = await recordsRepository(db, resource).nextReference(field.numbered);
}
