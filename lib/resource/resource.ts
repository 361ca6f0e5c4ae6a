import { integer, text, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { tenantTable } from "@/db/tenant-table";
import type { Database } from "@/lib/access/database";
import { anyOf, listInput, newestInput, page, searchInput } from "@/lib/access/list";
import { type Actors, defineOperation } from "@/lib/access/operation";
import { requireVerdict } from "@/lib/access/verdict";
import { idInput, idOutput } from "@/lib/ids";
import { columnsOf, tableOf } from "./columns";
import type { Declaration, Resource, Row } from "./declaration";
import { createShape, type Field, type Fields, inputName, updateShape, usesMoney } from "./field-schema";
import { historyOf } from "./history";
import { detailOutput, recordHistory, recordOutput } from "./output";
import { abilitiesOf, presentLines, presentRows } from "./present";
import { recordsRepository, sortNames } from "./repository";
import { declareTarget } from "./targets";
import { unlessUsed, valuesOf, withKeys } from "./values";
import { withArticle } from "./words";

/**
 * A plain record, declared: its drizzle table, list, find, create, update, remove and history as operations with REST,
 * and the facts from which its pages, navigation and tests are made. The table itself stands in a migration
 * (README "Add a resource"); verbs of its own stand beside it as operations.
 */
export function resource(declaration: Declaration): Resource {
  const { name, prefix, words, title, detail, fields, lines, permissions } = declaration;
  const path: Resource["path"] = `/${name.replaceAll("_", "-")}`;
  const table = tableOf(name, fields, {
    more: usesMoney(declaration) ? { currency: text("currency").notNull() } : {},
    hasModes: !declaration.inBothModes,
  });
  const linesTable = lines && linesTableOf(`${words.one}_${lines.name}`, `${words.one}_id`, lines.fields);
  const link = declareTarget({
    ...{ name, path, prefix, one: words.one, table, title, view: permissions.view },
    ...(detail ? { detail } : {}),
    search: declaration.search !== undefined,
  });
  const made: Omit<Resource, "operations"> = { ...declaration, path, table, linesTable, link };
  return Object.assign(made, { operations: operationsOf(made as Resource) }); // the operations read all but themselves
}

const mostCounted = 10_001;

function linesTableOf(name: string, key: string, fields: Fields) {
  return tenantTable(name.replaceAll(" ", "_"), {
    recordId: uuid(key.replaceAll(" ", "_")).notNull(),
    position: integer("position").notNull(),
    ...columnsOf(fields),
  });
}

function operationsOf(resource: Resource): Resource["operations"] {
  const { name, prefix, words, permissions, path, fields, lines } = resource;
  const shape = { fields, lines };
  const id = z.strictObject({ id: idInput(prefix) });
  // What a record holds is known at run time only: outside of its schema it is a row.
  const changed: z.ZodObject = id.extend(updateShape(shape));
  const shown = recordOutput(resource) as unknown as z.ZodType<Row, Row>;
  const detail = detailOutput(resource) as unknown as z.ZodType<Row, Row>;
  const common = { scope: "organization" } as const;
  const one = withArticle(words.one);
  const row = z.record(z.string(), z.unknown());
  const find = defineOperation({
    ...common,
    name: `${name}.find`,
    permission: permissions.view,
    access: "read",
    summary: `Get ${one}`,
    input: id,
    output: detail,
    rest: { method: "get", path: `${path}/{id}` },
    run: ({ db, actor, input }) => detailOf({ db, actor, resource, id: input.id }),
  });
  const changes = {
    shownBy: find,
    lock: (db: Database, input: Row) => recordsRepository(db, resource).findForUpdate(String(input.id)),
  };

  return {
    list: defineOperation({
      ...common,
      name: `${name}.list`,
      permission: permissions.view,
      access: "read",
      summary: `List ${words.many}`,
      input: listInput({ sorts: sortNames(resource), sort: resource.sort as never, filters: filtersOf(resource) }), // held by a test
      output: page(shown),
      rest: { method: "get", path },
      run: async ({ db, actor, input }) => {
        const found = await recordsRepository(db, resource).list(input as never); // the input above, under names known at run time
        return { data: await presentRows(db, resource, found.data, actor.rights), next_cursor: found.next_cursor };
      },
    }),
    count: defineOperation({
      ...common,
      name: `${name}.count`,
      permission: permissions.view,
      access: "read",
      summary: `Count the ${words.many} that filters show; more than 10,000 count as 10,001`,
      input: z.strictObject(filtersOf(resource)),
      output: z.object({ count: z.number() }),
      run: async ({ db, input }) => ({
        count: await recordsRepository(db, resource).countUpTo(row.parse(input), mostCounted),
      }),
    }),
    find,
    create: defineOperation({
      ...common,
      name: `${name}.create`,
      permission: permissions.create,
      access: "write",
      summary: `Create ${one}`,
      input: z.strictObject(createShape(shape)),
      output: detail,
      rest: { method: "post", path, status: 201 },
      run: async ({ db, actor, input }) => {
        const made = await createRecord(db, resource, row.parse(input));
        return detailOf({ db, actor, resource, id: made });
      },
    }),
    update: defineOperation({
      ...common,
      name: `${name}.update`,
      permission: permissions.update,
      access: "write",
      summary: `Change ${one}`,
      input: changed,
      output: detail,
      rest: { method: "patch", path: `${path}/{id}` },
      changes,
      run: async ({ db, actor, input }) => {
        const { id: found, ...given } = row.parse(input);
        const updated = String(found);
        await updateRecord({ db, actor, resource, id: updated }, given);
        return detailOf({ db, actor, resource, id: updated });
      },
    }),
    remove: defineOperation({
      ...common,
      name: `${name}.remove`,
      permission: permissions.remove,
      access: "write",
      summary: `Remove ${one}`,
      input: id,
      output: z.object({ id: idOutput(prefix), name: z.string() }),
      rest: { method: "delete", path: `${path}/{id}` },
      changes,
      run: async ({ db, actor, input }) => {
        const records = recordsRepository(db, resource);
        const present = await records.findForUpdate(input.id);
        requireVerdict(abilitiesOf(resource, present, actor.rights).remove);
        await unlessUsed(resource, async () => records.remove(input.id));
        return { id: input.id, name: String(present[resource.title] ?? "") };
      },
    }),
    history: defineOperation({
      ...common,
      name: `${name}.history`,
      permission: permissions.view,
      access: "read",
      summary: `See what happened to ${one}`,
      input: newestInput(50, { id: id.shape.id }),
      output: recordHistory,
      rest: { method: "get", path: `${path}/{id}/history` },
      run: async ({ db, input }) => {
        await recordsRepository(db, resource).find(input.id);
        return historyOf(db, name, input);
      },
    }),
  };
}

/** One more record of a parsed create input; answers its id. For imports as for the operation. */
export async function createRecord(db: Database, resource: Resource, input: Row): Promise<string> {
  const records = recordsRepository(db, resource);
  const id = uuidv7();
  const { values, lines } = await valuesOf({ db, resource, id, input });
  for (const [name, field] of Object.entries(resource.fields))
    if (field.kind === "text" && field.numbered && !values[name])
      values[name] = await records.nextReference(field.numbered);
  await withKeys(resource, async () => records.create(flagged(resource.fields, values), id));
  if (lines) await records.replaceLines(id, lines);
  return id;
}

async function updateRecord({ db, actor, resource, id }: One, input: Row): Promise<void> {
  const records = recordsRepository(db, resource);
  const present = await records.findForUpdate(id);
  requireVerdict(abilitiesOf(resource, present, actor.rights).update);
  const { values, lines } = await valuesOf({ db, resource, id, input, present });
  await withKeys(resource, async () => records.update(id, values));
  if (lines) await records.replaceLines(id, lines);
}

type One = { db: Database; actor: Actors["organization"]; resource: Resource; id: string };

/** One record whole, as its page shows it. */
export async function detailOf({ db, actor, resource, id }: One): Promise<Row & { id: string }> {
  const records = recordsRepository(db, resource);
  const [shown] = await presentRows(db, resource, [await records.find(id)], actor.rights);
  const { lines } = resource;
  return {
    ...shown,
    id,
    ...(lines
      ? { [lines.name]: await presentLines({ db, rights: actor.rights }, lines.fields, await records.lines(id)) }
      : {}),
  };
}

/** A switch of which nothing is said is on, as in the form of a new record. */
function flagged(fields: Fields, values: Row): Row {
  const on = Object.entries(fields).flatMap(([name, { kind, fixed }]) =>
    kind === "flag" && !fixed ? [[name, true]] : [],
  );
  return { ...Object.fromEntries(on), ...values };
}

function filtersOf({ fields, search }: Declaration): z.ZodRawShape {
  const chosen = Object.entries(fields).flatMap(([name, field]) =>
    field.filter ? [[inputName(name, field), anyOf(filterValue(field))]] : [],
  );
  return { ...(search ? { q: searchInput } : {}), ...Object.fromEntries(chosen) };
}

function filterValue(field: Field): z.ZodType {
  if (field.kind === "choice") return z.enum(field.options.map(({ value }) => value));
  if (field.kind === "reference") return idInput(field.to.prefix);
  return field.kind === "flag" ? z.enum(["true", "false"]) : z.string().max(100);
}
