import type { Resource } from "@/lib/resource/declaration";
import { recordsRepository } from "@/lib/resource/repository";
import { grouped } from "./grouped";
import type { Sheet } from "./sheet";
import { takeRecords } from "./take-resource";

/** The sheet of a declared record. */
export function sheetOf(resource: Resource): Sheet {
  const { name, path, prefix, table, words, title, fields, lines, permissions, operations } = resource;
  return {
    ...{ name, path, prefix, table, words, title, fields, lines },
    permissions: { view: permissions.view, create: permissions.create, import: "data.import" },
    createInput: operations.create.input,
    listInput: operations.list.input,
    count: (db, input) => recordsRepository(db, resource).count(input),
    async page(db, input) {
      const records = recordsRepository(db, resource);
      const { data, next_cursor } = await records.list(input);
      const rows = await records.linesOfMany(data.map(({ id }) => String(id)));
      const byRecord = grouped(rows, ({ recordId }) => recordId);
      return { data: data.map((values) => ({ values, lines: byRecord.get(values.id) ?? [] })), next_cursor };
    },
    take: (db, ready, keep) => takeRecords(db, resource, ready, keep),
  };
}
