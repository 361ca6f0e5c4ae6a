import type { Context } from "@/lib/access/context-headers";
import { Handle } from "@/lib/access/handle";
import { type Cell, csvResponse } from "@/lib/csv/cells";
import { BerthError } from "@/lib/errors";
import { faultsColumn } from "@/lib/imports/mapping";
import { readFaults } from "@/lib/imports/operations";
import type { FaultyRow } from "@/lib/imports/schema";
import { answerError, commonHeaders, nowhere, webResponse } from "./answers";
import { readRequest, requestInfo } from "./api-request";
import { contextOf, readCredential } from "./credential";
import { identify } from "./identify";
import { Meter } from "./meter";

/** The faulty rows of an import as they were, with what is wrong in a last column. */
export async function answerFaults(request: Request, id: string): Promise<Response> {
  const requestId = requestInfo(request.headers).id;
  let context: Context = nowhere;
  try {
    const asked = readRequest(request);
    if (asked?.host.kind !== "organization") throw new BerthError("not_found", "There is nothing at this address.");
    const { credential } = await readCredential(asked);
    if (credential.kind !== "session") throw new BerthError("unauthenticated", "Sign in to continue.");
    const handle = new Handle(credential, asked.info);
    const first = await handle
      .run(readFaults, { id })
      .catch(async (error: unknown) => {
        await identify(handle, error, new Meter(asked));
        throw error;
      })
      .finally(() => {
        context = contextOf(handle, credential);
      });
    const response = csvResponse(`faulty-rows-${id}.csv`, pagesOf(handle, id, first));
    for (const [name, value] of Object.entries(commonHeaders({ requestId, context })))
      response.headers.set(name, value);
    return response;
  } catch (error) {
    return webResponse(answerError(error, { requestId, context, head: false }));
  }
}

type Page = { header: string[]; rows: FaultyRow[]; next: string | null };

async function* pagesOf(handle: Handle, id: string, first: Page): AsyncGenerator<Cell[][]> {
  const places = first.header.flatMap((head, at) => (head === faultsColumn ? [] : [at]));
  yield [[...places.map((at) => first.header[at]), faultsColumn]];
  for (let page = first; ; page = await handle.run(readFaults, { id, after: page.next ?? "" })) {
    yield page.rows.map((row) => [...places.map((at) => row.cells[at]), sentenceOf(row)]);
    if (page.next === null) return;
  }
}

function sentenceOf({ line, faults }: FaultyRow): string {
  const says = faults.map(({ column, message }) => (column ? `${column}: ${message}` : message));
  return `Line ${line}: ${says.join(" ")}`;
}
