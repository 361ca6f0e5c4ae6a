import type { Database } from "@/lib/access/database";
import { brokenKey, isStillUsed } from "@/lib/access/database-errors";
import { branchFor } from "@/lib/branches/choose";
import { baseEnv } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import {
  invalidField,
  minorOf,
  organizationStandards,
  requireCurrency,
  requireUnchanged,
} from "@/lib/measures/convert";
import { type Standards, toGrams, toMillimetres } from "@/lib/measures/words";
import { isCountry } from "@/lib/organizations/regions";
import type { PostalAddress } from "@/lib/postal/schema";
import { seal } from "@/lib/seal";
import { columnName } from "./columns";
import type { Resource, Row } from "./declaration";
import { type Field, type Fields, inputName, type Linked, usesMoney } from "./field-schema";
import { namesOf, targetOf } from "./targets";

type Given = { db: Database; resource: Resource; id: string; input: Row; present?: Row; known?: Known };

/** What was looked up for many inputs at once. */
export type Known = { standards: Standards; exists: (link: Linked, id: string) => boolean };

/** An input as columns: amounts in minor units, measures in grams and millimetres, secrets sealed, references that exist here. */
export async function valuesOf({
  db,
  resource,
  id,
  input,
  present,
  known,
}: Given): Promise<{ values: Row; lines: Row[] | undefined }> {
  const own = known?.standards ?? (await organizationStandards(db));
  const currency = requireCurrency(String(input.currency ?? present?.currency ?? own.currency));
  const standards = { ...own, ...definedUnits(input), currency };
  if (present && usesMoney(resource) && keepsAmount(resource, input, present))
    requireUnchanged(currency, present.currency);
  const around = { db, table: resource.name, id, standards, exists: known?.exists };
  const values = await columnsFrom(resource.fields, input, { ...around, at: "", present });
  const given = resource.lines ? input[resource.lines.name] : undefined;
  const lines: Row[] = [];
  if (resource.lines && Array.isArray(given))
    for (const [index, line] of (given as Row[]).entries())
      lines.push(await columnsFrom(resource.lines.fields, line, { ...around, at: `${resource.lines.name}.${index}.` }));
  const complete = resource.complete ?? ((row: Row) => row);
  const written = Array.isArray(given) ? lines : undefined;
  return {
    values: {
      ...complete(values, { present, lines: written }),
      ...(present || !resource.fields.branch?.once
        ? {}
        : { branch: await branchFor(db, values.branch, resource.permissions.create) }),
      ...(usesMoney(resource) ? { currency } : {}),
    },
    lines: written,
  };
}

/** Whether an amount of the record stays as it is while the input is written. */
function keepsAmount({ fields, lines }: Resource, input: Row, present: Row): boolean {
  const stays = Object.entries(fields).some(
    ([name, { kind, fixed }]) => kind === "money" && !fixed && input[name] === undefined && present[name] != null,
  );
  return stays || (lines !== undefined && input[lines.name] === undefined && usesMoney({ fields: lines.fields }));
}

type Around = {
  db: Database;
  table: string;
  id: string;
  standards: Standards;
  at: string;
  exists: Known["exists"] | undefined;
  present?: Row | undefined;
};

async function columnsFrom(fields: Fields, input: Row, around: Around): Promise<Row> {
  const values: Row = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = input[inputName(name, field)];
    if (value === undefined || (field.kind === "secret" && value === "")) continue;
    values[name] = value === null ? null : await columnFrom(name, field, value, around);
  }
  return values;
}

async function columnFrom(name: string, field: Field, value: unknown, around: Around) {
  const { db, table, id, standards, at, exists, present } = around;
  const place = `${at}${inputName(name, field)}`;
  switch (field.kind) {
    case "money":
      return minorOf(value as string | number, standards.currency, place); // parsed as one of them
    case "weight":
      return toGrams(Number(value), standards.weightUnit, present?.[name]);
    case "size":
      return toMillimetres(Number(value), standards.dimensionUnit, present?.[name]);
    case "country":
      if (!isCountry(String(value))) throw invalidField(place, "There is no such country.");
      return value;
    case "postal":
      if (!isCountry((value as PostalAddress).country))
        // parsed as one
        throw invalidField(`${place}.country`, "There is no such country.");
      return value;
    case "reference": {
      const one = String(value);
      const found = exists ? exists(field.to, one) : (await namesOf(db, field.to, [one])).size > 0;
      if (!found) throw invalidField(place, `There is no such ${targetOf(field.to).one}.`);
      return value;
    }
    case "secret":
      return seal(baseEnv().secret, sealedPlace(db, table, name, id), String(value));
    default:
      return value;
  }
}

/** Where a sealed value belongs (SECURITY 17): moved elsewhere it does not open. */
export function sealedPlace(db: Database, table: string, name: string, id: string): string {
  return `${db.organizationId}|${table}|${columnName(name, "secret")}|${id}`;
}

/** Says in words that others still refer to it. */
export async function unlessUsed<T>(resource: Resource, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isStillUsed(error)) throw error;
    const message = `Other records still refer to this ${resource.words.one}, so it stays.`;
    throw new BerthError("conflict", message, { reason: "in_use", cause: error });
  }
}

/** Says in words what a key of the table refused: a value that another record has, or a record that is in use. */
export async function withKeys<T>(resource: Resource, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const key = brokenKey(error);
    const taken = Object.entries(resource.fields).find(([name, { kind }]) =>
      key?.endsWith(`_${columnName(name, kind)}_key`),
    );
    if (!taken) throw error;
    const [name, { label, taken: reason = "taken" }] = taken;
    const message = `Another ${resource.words.one} has this ${label.toLowerCase()}.`;
    throw new BerthError("conflict", message, { reason, fields: { [name]: [message] }, cause: error });
  }
}

function definedUnits(input: Row): Partial<Standards> {
  const { weightUnit, dimensionUnit } = input as Partial<Standards>; // parsed by the input
  return { ...(weightUnit ? { weightUnit } : {}), ...(dimensionUnit ? { dimensionUnit } : {}) };
}
