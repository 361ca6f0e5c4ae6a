import type { z } from "zod";
import { confirmPath } from "@/lib/access/confirm-path";
import { ofHost } from "@/lib/access/context-headers";
import { Handle } from "@/lib/access/handle";
import { knownParams } from "@/lib/access/list-page";
import type { Operation } from "@/lib/access/operation";
import { requestedPath, trustedRequest } from "@/lib/access/trusted-request";
import { BerthError } from "@/lib/errors";
import { type Cell, csvResponse } from "./cells";

/** A column: its head and what stands in it. */
export type CsvColumn<Row> = { header: string; value: (row: Row) => Cell };

type Page<Row> = { data: Row[]; next_cursor: string | null };

export type ListFile<Row> = {
  /** Asks for a page; the first call puts the export on the record. */
  read: (cursor: string | undefined) => Promise<Page<Row>>;
  columns: CsvColumn<Row>[];
  name: string;
  /** Where the person proves again who they are, and comes back from. */
  again?: string;
};

/**
 * A file that is written while it is read: each page is a transaction of its own, in which the right is proved again.
 * A fault after the first page ends the transfer, so that a browser calls the file incomplete.
 */
export async function listFile<Row>({ read, columns, name, again }: ListFile<Row>): Promise<Response> {
  try {
    const first = await read(undefined);
    return csvResponse(name, pagesOf(first, { read, columns }));
  } catch (error) {
    if (!(error instanceof BerthError)) throw error;
    if (again && error.code === "confirm_password")
      return new Response(null, { status: 303, headers: { Location: again } });
    const refusal = new Response(`${error.message}\n`, { status: error.status, headers });
    if (error.retryAfter !== undefined) refusal.headers.set("Retry-After", String(error.retryAfter));
    return refusal;
  }
}

const headers = { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "private, no-store" };

async function* pagesOf<Row>(
  first: Page<Row>,
  { read, columns }: Pick<ListFile<Row>, "read" | "columns">,
): AsyncGenerator<Cell[][]> {
  yield [columns.map(({ header }) => header)];
  let page = first;
  for (;;) {
    yield page.data.map((row) => columns.map(({ value }) => value(row)));
    if (page.next_cursor === null) return;
    page = await read(page.next_cursor);
  }
}

type Params = { params: Promise<{ organization: string }> };

type ListRoute<Input extends z.ZodObject, Row> = {
  operation: Operation<"organization", Input, z.ZodType<Page<Row>>>;
  columns: CsvColumn<Row>[];
  name: string;
};

/** The file of a list as its page shows it: the parameters of the address are the list's own filters and order. */
export function listRoute<Input extends z.ZodObject, Row>({ operation, columns, name }: ListRoute<Input, Row>) {
  return async function answer(incoming: Request, { params }: Params): Promise<Response> {
    const [{ organization }, request] = await Promise.all([params, trustedRequest()]);
    if (request.host.kind !== "organization" || request.host.slug !== organization || !request.session)
      return new Response(null, { status: 404, headers: { "Cache-Control": "private, no-store" } });
    const handle = new Handle({ kind: "session", secret: request.session, audience: organization }, request.info);
    const asked = Object.fromEntries(new URL(incoming.url).searchParams);
    const { cursor: _, ...filters } = knownParams(operation.input, asked);
    const file = await listFile({
      read: (cursor) => handle.run(operation, { ...filters, ...(cursor ? { cursor } : {}) } as z.input<Input>), // parsed by the operation
      columns,
      again: confirmPath(requestedPath(request)),
      name: `${organization}-${name}-${new Date().toISOString().slice(0, 10)}.csv`,
    });
    return ofHost(file, handle);
  };
}
