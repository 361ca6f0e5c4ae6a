import { confirmPath } from "@/lib/access/confirm-path";
import type { Context } from "@/lib/access/context-headers";
import { withGrantors } from "@/lib/access/grantors";
import { type Around, Handle } from "@/lib/access/handle";
import { type Cell, csvResponse } from "@/lib/csv/cells";
import { BerthError } from "@/lib/errors";
import { beginExport, readExport } from "@/lib/exports/operations";
import { findSheet } from "@/lib/sheets/sheets";
import { answerError, commonHeaders, nowhere, webResponse } from "./answers";
import { readRequest, requestInfo } from "./api-request";
import { together } from "./around";
import { CallNote } from "./call-note";
import { contextOf, readCredential } from "./credential";
import { readExportQuery } from "./export-query";
import { identify } from "./identify";
import { Meter } from "./meter";
import { rulesOf } from "./rules";

/**
 * A list as CSV, by its filters: `GET /api/v1/exports/<list>` for a key, an access token, or a session on the
 * organization's host, where it is also the page's `/export/<list>`.
 */
export async function answerExport(request: Request, list: string): Promise<Response> {
  let context: Context = nowhere;
  let limits: Record<string, string> = {};
  const requestId = requestInfo(request.headers).id;
  const note = new CallNote(request);
  const head = request.method === "HEAD";
  try {
    const asked = readRequest(request);
    if (!asked) throw new BerthError("not_found", "There is nothing at this address.");
    const { credential, scope } = await readCredential(asked);
    note.credential = credential;
    if (!findSheet(list.replaceAll("-", "_"))) throw new BerthError("not_found", "There is nothing at this address.");
    note.test = asked.info.test === true;
    if (scope !== "organization")
      throw new BerthError("unauthenticated", "Send a key as Authorization: Token key_…, or sign in.");
    const handle = new Handle(credential, asked.info);
    note.of(beginExport);
    const meter = new Meter(asked);
    meter.start(handle);
    const input = { list: list.replaceAll("-", "_"), query: {} };
    const begun = async () => {
      Object.assign(input, { query: queryOf(asked.url, input.list) });
      const around = together(meter.around, rulesOf(asked, beginExport, credential), head ? onlyAsked : undefined);
      return handle.run(beginExport, input as never, { around }); // parsed by the operation
    };
    const { columns } = await begun()
      .catch((error: unknown) => {
        if (error instanceof OnlyAsked) return { columns: [] };
        throw error;
      })
      .catch(async (error: unknown) => {
        await identify(handle, error, meter);
        throw await withGrantors(handle, error);
      })
      .finally(async () => {
        context = contextOf(handle, credential);
        note.organizationId = handle.organizationId;
        limits = await meter.headers();
      });
    const name = [asked.host.kind === "organization" ? asked.host.slug : "", list, today()].filter(Boolean).join("-");
    const file = csvResponse(`${name}.csv`, head ? undefined : pagesOf(handle, columns, input));
    const headers = { ...limits, ...commonHeaders({ requestId, context }) };
    for (const [header, value] of Object.entries(headers)) file.headers.set(header, value);
    note.end({ status: file.status, answer: null });
    return file;
  } catch (error) {
    const { pathname, search } = new URL(request.url);
    if (isPerson(request) && error instanceof BerthError && error.code === "confirm_password")
      return new Response(null, { status: 303, headers: { Location: confirmPath(`${pathname}${search}`) } });
    const answer = answerError(error, { requestId, context, head });
    note.failed(error);
    Object.assign(answer.headers, limits);
    note.end({ status: answer.status, answer: answer.body });
    return webResponse(answer);
  }
}

/** A page's address may say more than its list knows; a program is told what it asked wrongly. */
function queryOf({ pathname, searchParams }: URL, list: string): Record<string, string> {
  return pathname.startsWith("/api/") ? readExportQuery(list, searchParams) : Object.fromEntries(searchParams);
}

class OnlyAsked extends Error {}

/** For HEAD: everything is checked as for the file, and since no row leaves, none goes on the record as exported. */
const onlyAsked: Around = async (_, work) => {
  await work();
  throw new OnlyAsked();
};

const today = () => new Date().toISOString().slice(0, 10);

/** Followed a link in a browser; a program is told by its answer. */
function isPerson(request: Request): boolean {
  return request.headers.get("authorization") === null;
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
