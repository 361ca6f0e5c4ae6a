import { missingPermission } from "@/lib/access/missing-permission";
import type { Actors } from "@/lib/access/operation";
import { requireVerdict } from "@/lib/access/verdict";
import { BerthError } from "@/lib/errors";
import type { Sheet } from "@/lib/sheets/sheet";
import { findSheet } from "@/lib/sheets/sheets";
import { mappingOf } from "./mapping";
import type { Import } from "./repository";

export function isOver({ phase }: Pick<Import, "phase">): boolean {
  return phase === "done" || phase === "cancelled" || phase === "failed";
}

const day = 24 * 60 * 60 * 1000;

/** Checked, and nobody confirmed it within a day. */
export function isForgotten({ phase, createdAt }: Pick<Import, "phase" | "createdAt">, now: Date): boolean {
  return phase === "checked" && now.getTime() - createdAt.getTime() >= day;
}

/** The list's own permissions, beside the one that the database asks for. Throws `forbidden`. */
export function requireImporter(actor: Actors["organization"], list: string): Sheet {
  const sheet = findSheet(list);
  if (!sheet) throw new BerthError("not_found", "There is no such list.");
  const missing = [sheet.permissions.import, sheet.permissions.create].find((each) => !actor.rights.has(each));
  if (missing) requireVerdict(missingPermission(missing));
  return sheet;
}

/** Throws `invalid` for a first line that does not name what a record needs. */
export function requireColumns(sheet: Sheet, header: string[]): void {
  const { columns, missing, twice } = mappingOf(sheet, header);
  const quoted = (names: string[]) => names.map((name) => `“${name.slice(0, 60)}”`).join(", ");
  if (columns.every((column) => column === undefined))
    throw new BerthError(
      "invalid",
      `No column of this file is one of ${sheet.words.many}. Is its first line the names of its columns?`,
    );
  if (missing.length > 0) throw new BerthError("invalid", `These columns are missing: ${quoted(missing)}.`);
  if (twice.length > 0) throw new BerthError("invalid", `These columns stand there twice: ${quoted(twice)}.`);
}
