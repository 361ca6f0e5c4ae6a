import { createHash } from "node:crypto";
import { z } from "zod";
import { badCursor, decodeCursor, encodeCursor } from "@/lib/access/cursor";
import { type Around, invalidInput } from "@/lib/access/handle";
import type { AnyOperation } from "@/lib/access/operation";
import { comesWhole } from "./json-schema";

/** How much is asked of a list whose operation answers all of it. */
export type Part = { limit: number; cursor: string | undefined };

const partInput = z.object({
  limit: z.int().min(1).max(100).default(Number.POSITIVE_INFINITY),
  cursor: z.string().max(1000).optional(),
});

type Given = Record<string, unknown>;

/** Takes `limit` and `cursor` out of the query of such a list. Throws `invalid` for others than every list takes. */
export function readPart(operation: AnyOperation, given: Given): { part: Part | undefined; rest: Given } {
  if (!comesWhole(operation) || !("limit" in given || "cursor" in given)) return { part: undefined, rest: given };
  const { limit, cursor, ...rest } = given;
  const parsed = partInput.safeParse({ limit, cursor });
  if (!parsed.success) throw invalidInput(parsed.error);
  return { part: { limit: parsed.data.limit, cursor: parsed.data.cursor }, rest };
}

export function ownerOf(actor: Parameters<Around>[0]["actor"]): string {
  if ("organizationId" in actor && actor.organizationId) return actor.organizationId;
  return "userId" in actor ? (actor.userId ?? "") : "";
}

type Of = { operation: AnyOperation; owner: string; input: Record<string, unknown> };
type Row = Record<string, unknown>;

/**
 * One page of the whole list. Its cursor names the rows on both sides of the cut, so that rows that come or go meanwhile
 * are neither skipped nor seen twice.
 */
export function cut(body: unknown, { limit, cursor }: Part, { operation, owner, input }: Of): unknown {
  const whole = body as { data: Row[] }; // what comes whole has its rows there
  const place = { list: operation.name, owner, sort: "", filters: input };
  const tags = whole.data.map(tagOf);
  const from = cursor === undefined ? 0 : placeIn(tags, decodeCursor(cursor, place));
  const to = Math.min(from + limit, tags.length);
  const sides = [tags.slice(Math.max(0, to - mostNamed), to), tags.slice(to, to + mostNamed)];
  return {
    ...whole,
    data: whole.data.slice(from, to),
    next_cursor:
      to < tags.length
        ? encodeCursor(
            sides.map((side) => side.join(" ")),
            place,
          )
        : null,
  };
}

const mostNamed = 8;

/** After the last row that still stands before the cut; where none does, at the first that stands behind it. */
function placeIn(tags: string[], sides: [string, string]): number {
  if (tags.length === 0) return 0;
  const [before = [], behind = []] = sides.map((side) => side.split(" ").filter(Boolean));
  const found = before.map((tag) => tags.indexOf(tag)).filter((at) => at >= 0);
  const last = found.at(-1);
  if (last !== undefined) return last + 1;
  const next = behind.map((tag) => tags.indexOf(tag)).find((at) => at >= 0);
  if (next !== undefined) return next;
  throw badCursor();
}

/** What tells a row from the others of its list, short enough for many in a cursor. */
function tagOf({ id, member, key, type, permission, kind }: Row): string {
  const parts = JSON.stringify([id, member, key, type, permission, kind]);
  return createHash("sha256").update(parts).digest("base64url").slice(0, 10);
}
