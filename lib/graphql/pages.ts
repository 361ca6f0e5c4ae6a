import type { z } from "zod";
import type { Handle } from "@/lib/access/handle";
import type { Operation } from "@/lib/access/operation";
import { BerthError } from "@/lib/errors";
import { atTheirNames, refuseField } from "./faults";
import type { Reader } from "./reader";
import type { Maybe } from "./resolvers";

export type Window = { offset?: Maybe<number>; first?: Maybe<number> };

/** How far an offset reaches; beyond it, REST's cursors go on. */
const farthest = 1000;
const mostAtOnce = 1000;

type Listed<Item> = { data: Item[]; next_cursor: string | null };
// biome-ignore lint/suspicious/noExplicitAny: lists of any input and item; each keeps its own types outside
type ListOperation = Operation<"organization", any, z.ZodType<Listed<any>, any>>;
type ItemOf<List extends ListOperation> = z.output<List["output"]>["data"][number];

/**
 * The part of a list that an offset and a length name, over the house's lists, whose pages have cursors. `names`: how the
 * filter calls what our list does, so that a fault is told where it was made.
 */
export async function windowOf<List extends ListOperation>(
  reader: Reader,
  at: Handle,
  list: List,
  { input, window, names = {} }: { input: Record<string, unknown>; window: Window; names?: Record<string, string> },
): Promise<{ items: ItemOf<List>[]; offset: number; more: boolean }> {
  const { offset, first } = boundsOf(window);
  const found: ItemOf<List>[] = [];
  let cursor: string | undefined;
  for (;;) {
    const limit = Math.max(1, Math.min(100, offset + first - found.length));
    const asked = { ...input, limit, ...(cursor ? { cursor } : {}) };
    const page: Listed<ItemOf<List>> = await atTheirNames(names, () => reader.run(at, list, asked));
    found.push(...page.data);
    cursor = page.next_cursor ?? undefined;
    if (!cursor || found.length >= offset + first) break;
  }
  return {
    items: found.slice(offset, offset + first),
    offset,
    more: cursor !== undefined || found.length > offset + first,
  };
}

/** A list without pages: at most 1,000, and beyond it `invalid` with this sentence. */
export async function allOf<List extends ListOperation>(
  at: Handle,
  list: List,
  tooMany: string,
): Promise<ItemOf<List>[]> {
  const all: ItemOf<List>[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Listed<ItemOf<List>> = await at.run(list, { limit: 100, ...(cursor ? { cursor } : {}) });
    all.push(...page.data);
    cursor = page.next_cursor;
    if (all.length >= mostAtOnce && cursor) throw new BerthError("invalid", tooMany, { reason: "too_many" });
  }
  return all;
}

export function boundsOf({ offset, first }: Window): { offset: number; first: number } {
  const bounds = { offset: offset ?? 0, first: first ?? 25 };
  if (bounds.first < 0 || bounds.first > 100) throw refuseField("first", "A whole number from 0 to 100.");
  if (bounds.offset < 0 || bounds.offset > farthest)
    throw refuseField(
      "offset",
      `A whole number from 0 to ${farthest.toLocaleString("en")}; use filters to go further.`,
    );
  return bounds;
}

/** Refuses what a filter names and the list cannot be filtered by: to leave it out would show too much. */
export function refuseOthers(filter: object, known: readonly string[]): void {
  for (const [name, value] of Object.entries(filter))
    if (value !== null && !known.includes(name)) throw refuseField(name, "This list cannot be filtered by this.");
}

/** What is given of two filters, of which the list takes one at a time; undefined where neither is. */
export function eitherOf(filter: object, one: string, other: string): string | undefined {
  const [first, second] = [one, other].map((name): unknown => [Object(filter)[name]].flat()[0] || undefined);
  if (first !== undefined && second !== undefined) throw refuseField(other, `Not together with ${one}.`);
  return (first ?? second) as string | undefined; // of the schema's own types
}

/** A connection as this interface has it. `count` is asked only where a document wants it. */
export function connection<Item>(
  { items, offset, more }: { items: Item[]; offset: number; more: boolean },
  count: () => number | Promise<number>,
) {
  const cursorOf = (index: number) => Buffer.from(`offset:${offset + index}`).toString("base64url");
  const edges = items.map((node, index) => ({ node, cursor: cursorOf(index) }));
  return {
    page_info: {
      count,
      has_next_page: more,
      has_previous_page: offset > 0,
      start_cursor: edges.at(0)?.cursor ?? null,
      end_cursor: edges.at(-1)?.cursor ?? null,
    },
    edges,
  };
}
