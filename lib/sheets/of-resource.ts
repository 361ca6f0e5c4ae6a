import type { Resource, Row } from "@/lib/resource/declaration";
import type { Fields } from "@/lib/resource/field-schema";
import { recordsRepository } from "@/lib/resource/repository";
import { grouped } from "./grouped";
import { placeFields, placeValues } from "./postal";
import type { Sheet } from "./sheet";
import { takeRecords } from "./take-resource";

/** The sheet of a declared record. */
export function sheetOf(resource: Resource): Sheet {
  const { name, path, prefix, table, words, title, fields, lines, permissions, operations } = resource;
  return {
    ...{ name, path, prefix, table, words, title, lines, fields: columnFields(fields) },
    permissions: { view: permissions.view, create: permissions.create, import: "data.import" },
    createInput: operations.create.input,
    listInput: operations.list.input,
    count: (db, input) => recordsRepository(db, resource).count(input),
    async page(db, input) {
      const records = recordsRepository(db, resource);
      const { data, next_cursor } = await records.list(input);
      const rows = await records.linesOfMany(data.map(({ id }) => String(id)));
      const byRecord = grouped(rows, ({ recordId }) => recordId);
      return {
        data: data.map((values) => ({ values: columnValues(fields, values), lines: byRecord.get(values.id) ?? [] })),
        next_cursor,
      };
    },
    take: (db, ready, keep) => takeRecords(db, resource, ready, keep),
  };
}

/** An address stands in a column for each of its parts. */
function columnFields(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      Object.entries(
        field.kind === "postal" ? placeFields(name, field.label, field.required === true) : { [name]: field },
      ),
    ),
  );
}

function columnValues(fields: Fields, values: Row): Row {
  const places = Object.entries(fields).filter(([, { kind }]) => kind === "postal");
  return Object.assign({}, values, ...places.map(([name]) => placeValues(name, values[name])));
}
