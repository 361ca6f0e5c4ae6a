import { z } from "zod";
import { decodeCursor, encodeCursor } from "@/lib/access/cursor";
import { decodeId } from "@/lib/ids";

/** Every list of the console: newest first, paged by what the last row stood at. */
export const listFields = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(1000).optional(),
};

type Positioned = { position: [string, string] };

/** Rows as the database gives them: the operation's output parses each once, and turns its ids into outside ones. */
export const asFound = <Row extends z.ZodType>(_: Row) => z.custom<z.input<Row>>();

export const listed = <Row extends z.ZodType>(_: Row) => z.custom<z.input<Row> & Positioned>();

type Asked = { limit: number; cursor?: string | undefined };

export function paging(list: string, input: Asked) {
  const { cursor, limit, ...filters } = input;
  const place = { list, owner: "platform", sort: "-created_at", filters };
  const [at, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, place);
  return {
    at,
    id,
    limit: limit + 1,
    page<Row extends Positioned>(rows: Row[]): { data: Row[]; next_cursor: string | null } {
      const data = rows.slice(0, limit);
      const last = data.at(-1);
      return { data, next_cursor: rows.length > limit && last ? encodeCursor(last.position, place) : null };
    },
  };
}

/** The UUID that a search names, as `org_…`/`usr_…` or plain. */
export function searchedId(prefix: string, text: string): string | null {
  const plain = z.uuid().safeParse(text);
  return decodeId(prefix, text) ?? (plain.success ? plain.data : null);
}

/** A list as an SQL parameter. */
export function textArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;
}
