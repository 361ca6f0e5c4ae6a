import { confirmPath } from "@/lib/access/confirm-path";
import { Handle } from "@/lib/access/handle";
import { type Cell, csvResponse } from "@/lib/csv/cells";
import { BerthError } from "@/lib/errors";
import { beginExport, readExport } from "@/lib/exports/operations";
import { answerError, nowhere } from "./answers";
import { readRequest, requestInfo } from "./api-request";
import { readCredential } from "./credential";

/** `GET /export/<list>?<the list's filters>`: a CSV file for a session on the organization's host or a key. */
export async function answerExport(request: Request, list: string): Promise<Response> {
  try {
    const { handle, host } = await doorOf(request);
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const asked = { list: list.replaceAll("-", "_"), query };
    const { columns } = await handle.run(beginExport, asked as never); // parsed by the operation
    return csvResponse(`${host}-${list}-${new Date().toISOString().slice(0, 10)}.csv`, pagesOf(handle, columns, asked));
  } catch (error) {
    const { pathname, search } = new URL(request.url);
    if (isPerson(request) && error instanceof BerthError && error.code === "confirm_password")
      return new Response(null, { status: 303, headers: { Location: confirmPath(`${pathname}${search}`) } });
    return answerError(error, { requestId: requestInfo(request.headers).id, context: nowhere, head: false });
  }
}

/** Followed a link in a browser; a key is told by its answer. */
function isPerson(request: Request): boolean {
  return request.headers.get("authorization") === null;
}

async function doorOf(request: Request): Promise<{ handle: Handle; host: string }> {
  const asked = readRequest(request);
  if (asked?.host.kind !== "organization") throw new BerthError("not_found", "There is nothing at this address.");
  const { credential } = await readCredential(asked);
  if (credential.kind !== "session" && credential.kind !== "key")
    throw new BerthError("unauthenticated", "Send a key as Authorization: Token key_…, or sign in.");
  return { handle: new Handle(credential, asked.info), host: asked.host.slug };
}

type Asked = { list: string; query: Record<string, string> };

async function* pagesOf(handle: Handle, columns: string[], asked: Asked): AsyncGenerator<Cell[][]> {
  yield [columns];
  let cursor: string | null | undefined;
  do {
    const input = cursor ? { ...asked, cursor } : asked;
    const { cells, next_cursor } = await handle.run(readExport, input as never); // parsed by the operation
    yield cells;
    cursor = next_cursor;
  } while (cursor);
}
