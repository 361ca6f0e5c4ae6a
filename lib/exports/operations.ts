import { sql } from "drizzle-orm";
import { z } from "zod";
import { invalidInput } from "@/lib/access/handle";
import { knownParams } from "@/lib/access/list-page";
import { missingPermission } from "@/lib/access/missing-permission";
import { type Actors, defineOperation } from "@/lib/access/operation";
import { requireVerdict } from "@/lib/access/verdict";
import { BerthError } from "@/lib/errors";
import type { Row } from "@/lib/resource/declaration";
import { cellsOf } from "@/lib/sheets/cells";
import { exportedColumns } from "@/lib/sheets/columns";
import type { Sheet } from "@/lib/sheets/sheet";
import { findSheet } from "@/lib/sheets/sheets";
import * as shape from "./schema";

const rowsOfPage = 500;

export const beginExport = defineOperation({
  name: "exports.begin",
  scope: "organization",
  permission: "data.export",
  access: "write",
  summary: "Export what a list shows",
  limits: [{ by: "person", points: 120, seconds: 3600 }],
  input: shape.exportInput,
  output: shape.exportStart,
  run: async ({ db, actor, input }) => {
    const sheet = exported(actor, input.list);
    const query = queryOf(sheet, input.query);
    const rows = await sheet.count(db, query);
    const filters = JSON.stringify(knownParams(sheet.listInput, input.query));
    await db.call(sql`guard.record_list_export(${sheet.name}, ${rows}, ${filters}::jsonb)`, z.unknown());
    return { columns: exportedColumns(sheet).map(({ label }) => label), rows };
  },
});

export const readExport = defineOperation({
  name: "exports.read",
  scope: "organization",
  permission: "data.export",
  access: "read",
  summary: "Read the next rows of an export",
  input: shape.exportPageInput,
  output: shape.exportPage,
  run: async ({ db, actor, input }) => {
    const sheet = exported(actor, input.list);
    const query = { ...queryOf(sheet, input.query), limit: rowsOfPage };
    const { data, next_cursor } = await sheet.page(db, input.cursor ? { ...query, cursor: input.cursor } : query);
    const cells = await cellsOf(db, sheet, data);
    return { cells: cells.map((row) => row.map((cell) => cell ?? "")), next_cursor };
  },
});

function exported(actor: Actors["organization"], name: string): Sheet {
  const sheet = findSheet(name);
  if (!sheet) throw new BerthError("not_found", "There is no such list.");
  const { view } = sheet.permissions;
  if (!actor.rights.has(view)) requireVerdict(missingPermission(view));
  return sheet;
}

/** The list's own input, from an address that may say more than that. */
function queryOf(sheet: Sheet, query: Record<string, string>): Row & { sort: string; limit: number } {
  const { cursor: _, ...known } = knownParams(sheet.listInput, query);
  const parsed = sheet.listInput.safeParse(known);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data as Row & { sort: string; limit: number }; // every list's input has them
}
