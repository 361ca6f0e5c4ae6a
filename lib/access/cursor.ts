import { hash } from "node:crypto";
import { z } from "zod";
import { baseEnv } from "@/lib/env";
import { BerthError } from "@/lib/errors";
import { SealError, seal, unseal } from "@/lib/seal";

/** What a cursor is bound to; it opens nowhere else. */
export type CursorPlace = { list: string; owner: string; sort: string; filters: Record<string, unknown> };

const position = z.tuple([z.string(), z.string()]);

/** Seals the sort value and id of a page's last row, so that an address shows neither and nobody makes up another. */
export function encodeCursor(at: string[], place: CursorPlace): string {
  return seal(baseEnv().secret, boundTo(place), JSON.stringify(position.parse(at)));
}

/** Opens what {@link encodeCursor} made. Throws `invalid` with the reason `bad_cursor` for anything else. */
export function decodeCursor(cursor: string, place: CursorPlace): [string, string] {
  try {
    return position.parse(JSON.parse(unseal(baseEnv().secret, boundTo(place), cursor)));
  } catch (error) {
    if (error instanceof SealError) throw badCursor(error);
    throw error;
  }
}

function boundTo({ list, owner, sort, filters }: CursorPlace): string {
  const sorted = Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = hash("sha256", JSON.stringify(sorted), "base64url");
  return `cursor|${owner}|${list}|${sort}|${digest}`;
}

export function badCursor(cause?: unknown): BerthError {
  const message = "This page of the list cannot be found again. Start at its first page.";
  return new BerthError("invalid", message, { reason: "bad_cursor", fields: { cursor: [message] }, cause });
}
