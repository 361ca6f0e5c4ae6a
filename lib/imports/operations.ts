import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { page } from "@/lib/access/list";
import { defineOperation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { idOutput } from "@/lib/ids";
import { mappingOf } from "./mapping";
import { importsRepository } from "./repository";
import { isOver, requireColumns, requireImporter } from "./rules";
import * as shape from "./schema";

const common = { scope: "organization", permission: "data.import" } as const;

export const prepareImport = defineOperation({
  ...common,
  name: "imports.prepare",
  access: "read",
  summary: "See whether you may import into a list",
  limits: [{ by: "person", points: 120, seconds: 3600 }],
  input: shape.prepareInput,
  output: z.object({ organizationId: z.uuid() }),
  run: async ({ db, actor, input }) => {
    requireImporter(actor, input.list);
    return { organizationId: db.organizationId };
  },
});

export const startImport = defineOperation({
  ...common,
  name: "imports.start",
  access: "write",
  summary: "Begin an import with its check",
  input: shape.startInput,
  output: z.object({ id: idOutput("imp") }),
  run: async ({ db, actor, input: { list, name, file, header, delimiter } }) => {
    requireColumns(requireImporter(actor, list), header);
    const id = uuidv7();
    const heads = sql`array[${sql.join(
      header.map((head) => sql`${head}`),
      sql`, `,
    )}]::text[]`;
    await db.call(sql`guard.start_import(${id}, ${list}, ${name}, ${file}, ${heads}, ${delimiter})`, z.unknown());
    return { id };
  },
});

export const listImports = defineOperation({
  ...common,
  name: "imports.recent",
  access: "read",
  summary: "See the last imports into a list",
  input: shape.listImportsInput,
  output: page(shape.importView),
  rest: { method: "get", path: "/imports" },
  run: async ({ db, actor, input }) => {
    requireImporter(actor, input.list);
    const { data, next_cursor } = await importsRepository(db).list(input);
    return { data: data as z.input<typeof shape.importView>[], next_cursor }; // parsed by the output
  },
});

const mostShown = 50;

export const findImport = defineOperation({
  ...common,
  name: "imports.find",
  access: "read",
  summary: "See how an import goes, and what is wrong with its rows",
  input: shape.importId,
  output: shape.importDetail,
  rest: { method: "get", path: "/imports/{id}" },
  run: async ({ db, actor, input }) => {
    const imports = importsRepository(db);
    const found = await imports.find(input.id);
    const sheet = requireImporter(actor, found.list);
    const faults = await imports.faults(found.id, undefined, mostShown);
    return {
      ...found,
      ignored: mappingOf(sheet, found.header).unknown,
      faults: faults as shape.FaultyRow[], // parsed by the output
    } as z.input<typeof shape.importDetail>;
  },
});

export const confirmImport = defineOperation({
  ...common,
  name: "imports.confirm",
  access: "write",
  summary: "Write the rows of a checked file",
  input: shape.importId,
  output: z.object({ id: idOutput("imp") }),
  rest: { method: "post", path: "/imports/{id}/confirm", status: 200 },
  run: async ({ db, actor, input }) => {
    const imports = importsRepository(db);
    const found = await imports.findForUpdate(input.id);
    requireImporter(actor, found.list);
    if (found.phase !== "checked")
      throw new BerthError("invalid", "This import is not waiting for you.", { reason: "phase" });
    if (found.good === 0)
      throw new BerthError("invalid", "No row of this file can be imported.", { reason: "nothing_good" });
    await imports.removeFaults(found.id);
    await imports.update(found.id, { phase: "writing", taken: 0, good: 0, faulty: 0 });
    await db.enqueue("imports.work", { import: found.id });
    return { id: found.id };
  },
});

export const cancelImport = defineOperation({
  ...common,
  name: "imports.cancel",
  access: "write",
  summary: "Stop an import; what is written stays",
  input: shape.importId,
  output: z.object({ id: idOutput("imp") }),
  rest: { method: "post", path: "/imports/{id}/cancel", status: 200 },
  run: async ({ db, actor, input }) => {
    const imports = importsRepository(db);
    const found = await imports.findForUpdate(input.id);
    requireImporter(actor, found.list);
    if (isOver(found)) throw new BerthError("invalid", "This import is over already.", { reason: "phase" });
    await imports.update(found.id, { phase: "cancelled", finishedAt: new Date() });
    await db.enqueue("imports.work", { import: found.id });
    return { id: found.id };
  },
});

const faultsOfPage = 500;

export const readFaults = defineOperation({
  ...common,
  name: "imports.faults",
  access: "read",
  summary: "Read the faulty rows of an import",
  input: shape.faultsInput,
  output: shape.faultsPage,
  rest: { method: "get", path: "/imports/{id}/faults" },
  run: async ({ db, actor, input }) => {
    const imports = importsRepository(db);
    const found = await imports.find(input.id);
    requireImporter(actor, found.list);
    const rows = await imports.faults(found.id, input.after, faultsOfPage);
    const next = rows.length === faultsOfPage ? (rows.at(-1)?.id ?? null) : null;
    return { header: found.header, rows: rows as shape.FaultyRow[], next }; // parsed by the output
  },
});
