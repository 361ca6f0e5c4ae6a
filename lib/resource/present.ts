import type { Database } from "@/lib/access/database";
import { missingPermission } from "@/lib/access/missing-permission";
import type { Permission, Rights } from "@/lib/access/permissions";
import type { Verdict } from "@/lib/access/verdict";
import { organizationStandards } from "@/lib/measures/convert";
import { fromGrams, fromMillimetres, type Standards } from "@/lib/measures/words";
import type { Resource, Row } from "./declaration";
import type { Field, Fields } from "./field-schema";
import { namesOf, targetOf } from "./targets";

/** Rows as the output declares them: the organization's units, names of what they refer to, what may be done. */
export async function presentRows(db: Database, resource: Resource, rows: Row[], rights: Rights): Promise<Row[]> {
  const standards = await organizationStandards(db);
  const shown = await presentFields({ db, rights }, resource.fields, rows, standards);
  return rows.map((row, index) => ({
    ...row,
    ...shown[index],
    weightUnit: standards.weightUnit,
    dimensionUnit: standards.dimensionUnit,
    abilities: abilitiesOf(resource, row, rights),
  }));
}

export async function presentLines(around: Around, fields: Fields, lines: Row[]): Promise<Row[]> {
  return presentFields(around, fields, lines, await organizationStandards(around.db));
}

export function abilitiesOf(resource: Resource, row: Row, rights: Rights): { update: Verdict; remove: Verdict } {
  const locked = resource.locked?.(row) ?? { allowed: true };
  const held = (permission: Permission): Verdict => (rights.has(permission) ? locked : missingPermission(permission));
  return { update: held(resource.permissions.update), remove: held(resource.permissions.remove) };
}

type Around = { db: Database; rights: Rights };

/** What a record refers to has its name for people who may see it; all others learn that it is there. */
async function presentFields({ db, rights }: Around, fields: Fields, rows: Row[], standards: Standards) {
  const names = new Map<string, Map<string, string>>();
  for (const [name, field] of Object.entries(fields))
    if (field.kind === "reference" && rights.has(targetOf(field.to).view))
      names.set(
        name,
        await namesOf(
          db,
          field.to,
          rows.flatMap((row) => idIn(row, name)),
        ),
      );
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) =>
        field.kind === "secret"
          ? [`${name}Set`, row[name] !== null]
          : [name, shown(row[name], field, standards, names.get(name))],
      ),
    ),
  );
}

function shown(value: unknown, field: Field, standards: Standards, names: Map<string, string> | undefined): unknown {
  if (value === null || value === undefined) return null;
  if (field.kind === "weight") return fromGrams(Number(value), standards.weightUnit);
  if (field.kind === "size") return fromMillimetres(Number(value), standards.dimensionUnit);
  if (field.kind === "reference") return { id: value, name: names?.get(String(value)) ?? null };
  return value;
}

function idIn(row: Row, name: string): string[] {
  const id = row[name];
  return typeof id === "string" ? [id] : [];
}
