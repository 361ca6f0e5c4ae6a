import { z } from "zod";
import { defineOperation } from "@/lib/access/operation";
import { uniqueColumns } from "@/lib/sheets/unique";
import { importsRepository } from "./repository";
import { isForgotten, isOver, requireImporter } from "./rules";
import * as shape from "./schema";
import { takeBatch } from "./take";

const common = { scope: "organization", permission: "data.import" } as const;
const id = z.strictObject({ id: z.uuid() });

export const resumeImport = defineOperation({
  ...common,
  name: "imports.resume",
  access: "read",
  summary: "See where the work on an import goes on",
  input: id,
  output: z.object({
    phase: shape.phase,
    taken: z.number(),
    list: z.string(),
    header: z.array(z.string()),
    delimiter: z.string(),
    file: z.string(),
    organizationId: z.uuid(),
    unique: z.array(z.string()),
  }),
  run: async ({ db, actor, input }) => {
    const found = await importsRepository(db).find(input.id);
    const sheet = requireImporter(actor, found.list);
    return { ...found, unique: await uniqueColumns(db, sheet.table) };
  },
});

/** One transaction: rows, faults and how far it came are kept together or not at all, so that nothing is done twice. */
export const takeRows = defineOperation({
  ...common,
  name: "imports.take",
  access: "write",
  summary: "Check some rows of an import, and write them once it is confirmed",
  input: shape.takeInput,
  output: z.object({ goesOn: z.boolean() }),
  run: async ({ db, actor, input }) => {
    const imports = importsRepository(db);
    const found = await imports.findForUpdate(input.id);
    const sheet = requireImporter(actor, found.list);
    const keep = found.phase === "writing";
    if ((!keep && found.phase !== "checking") || found.taken !== input.from) return { goesOn: false };
    const { good, bad, faulty } = await takeBatch({ db, sheet, header: found.header, records: input.records, keep });
    await imports.addFaults(found.id, bad);
    const taken = found.taken + input.records.length;
    await imports.update(found.id, { taken, good: found.good + good, faulty: found.faulty + faulty });
    return { goesOn: true };
  },
});

export const endImport = defineOperation({
  ...common,
  name: "imports.end",
  access: "write",
  summary: "Note that every row of an import was taken",
  input: z.strictObject({ id: z.uuid(), total: z.int().min(0) }),
  output: z.object({}),
  run: async ({ db, input }) => {
    const imports = importsRepository(db);
    const found = await imports.findForUpdate(input.id);
    if (found.taken !== input.total) return {};
    if (found.phase === "checking") await imports.update(found.id, { phase: "checked", total: input.total });
    if (found.phase === "writing") await imports.update(found.id, { phase: "done", finishedAt: new Date() });
    return {};
  },
});

export const continueImport = defineOperation({
  ...common,
  name: "imports.continue",
  access: "write",
  summary: "Hand an import on to the next worker",
  input: id,
  output: z.object({}),
  run: async ({ db, input }) => {
    const found = await importsRepository(db).find(input.id);
    await db.enqueue("imports.work", { import: found.id });
    return {};
  },
});

/** As the job itself, without anybody's rights: ends an import that cannot go on, and says which file may go. */
export const settleImport = defineOperation({
  scope: "job",
  name: "imports.settle",
  access: "write",
  summary: "End an import that cannot go on",
  input: z.strictObject({ id: z.uuid(), problem: z.string().max(500).nullable() }),
  output: z.object({ over: z.boolean(), file: z.string(), organizationId: z.uuid() }),
  run: async ({ db, input: { id: importId, problem } }) => {
    const imports = importsRepository(db);
    const found = await imports.findForUpdate(importId);
    if (problem !== null && !isOver(found)) {
      await imports.update(importId, { phase: "failed", problem, finishedAt: new Date() });
      return { ...found, over: true };
    }
    if (isForgotten(found, new Date())) {
      await imports.update(importId, { phase: "cancelled", finishedAt: new Date() });
      return { ...found, over: true };
    }
    return { ...found, over: isOver(found) };
  },
});
