import type { Context } from "@/lib/access/context-headers";
import { Handle } from "@/lib/access/handle";
import { delimiterOf, readCsv, requireText } from "@/lib/csv/read";
import { BerthError } from "@/lib/errors";
import { prepareImport, startImport } from "@/lib/imports/operations";
import { largestFile } from "@/lib/imports/schema";
import { dropFile, keepFile, readFile } from "@/lib/imports/store";
import { answerError, answerWith, nowhere, webResponse } from "./answers";
import { readRequest, requestInfo } from "./api-request";
import { CallNote } from "./call-note";
import { contextOf, readCredential } from "./credential";
import { identify } from "./identify";
import { Meter } from "./meter";

/**
 * `POST /api/v1/imports/<list>?name=<file name>` with the file as its body: kept as it comes in, then looked at by a job.
 * A person's session only: what is written later is written in that person's name.
 */
export async function answerUpload(request: Request, list: string): Promise<Response> {
  const answer = { requestId: requestInfo(request.headers).id, context: nowhere, head: false };
  const note = new CallNote(request);
  let limits: Record<string, string> = {};
  const opened = (context: Context, counted: Record<string, string>) => {
    answer.context = context;
    note.organizationId = context.organizationId;
    limits = counted;
  };
  const told = await upload(request, list.replaceAll("-", "_"), { note, opened }).then(
    (begun) => answerWith(201, begun, answer),
    (error: unknown) => {
      note.failed(error);
      return answerError(error, answer);
    },
  );
  Object.assign(told.headers, limits);
  note.end({ status: told.status, answer: told.body });
  return webResponse(told);
}

type Told = { note: CallNote; opened: (context: Context, counted: Record<string, string>) => void };

async function upload(request: Request, list: string, { note, opened }: Told): Promise<{ id: string }> {
  const asked = readRequest(request);
  if (asked?.host.kind !== "organization") throw new BerthError("not_found", "There is nothing at this address.");
  const { credential } = await readCredential(asked);
  note.credential = credential;
  note.of(startImport);
  if (credential.kind === "none") throw new BerthError("unauthenticated", "Sign in to import.");
  if (credential.kind !== "session")
    throw new BerthError("forbidden", "Imports begin on the page, signed in.", { reason: "person_needed" });
  const handle = new Handle(credential, asked.info);
  const meter = new Meter(asked);
  const prepared = async () => {
    meter.start(handle);
    return handle.run(prepareImport, { list }, { around: meter.around });
  };
  const { organizationId } = await prepared()
    .catch(async (error: unknown) => {
      await identify(handle, error, meter);
      throw error;
    })
    .finally(async () => opened(contextOf(handle, credential), await meter.headers()));
  if (!request.body || Number(request.headers.get("content-length") ?? 0) > largestFile)
    throw new BerthError("invalid", "Choose a file of at most 50 MB.", { reason: "too_large" });
  const file = await keepFile(organizationId, request.body);
  try {
    const head = await headOf(organizationId, file);
    const name = (asked.url.searchParams.get("name") ?? "")
      .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
      .trim()
      .slice(0, 200);
    return await handle.run(startImport, { list, name: name || "Rows", file, ...head });
  } catch (error) {
    await dropFile(organizationId, file);
    throw error;
  }
}

const enough = 64_000;
const mostColumns = 300;

/** The names of the columns, from the first line. Throws `invalid` for what is no CSV. */
async function headOf(organizationId: string, file: string) {
  const start = await firstBytes(organizationId, file);
  if (start.length === 0) throw new BerthError("invalid", "This file is empty.", { reason: "not_csv" });
  requireText(start);
  const delimiter = delimiterOf(new TextDecoder().decode(start).replace(/^\ufeff/, ""));
  const lines = readCsv(await readFile(organizationId, file), delimiter);
  const first = await lines.next();
  await lines.return(undefined);
  if (first.done) throw new BerthError("invalid", "This file is empty.", { reason: "not_csv" });
  const header = first.value.cells.map((cell) => cell.trim().slice(0, 500));
  if (header.length > mostColumns)
    throw new BerthError(
      "invalid",
      `This file has ${header.length.toLocaleString("en")} columns; at most ${mostColumns} can be read.`,
    );
  return { header, delimiter };
}

async function firstBytes(organizationId: string, file: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const stream = await readFile(organizationId, file);
  for await (const part of stream as AsyncIterable<Uint8Array>) {
    parts.push(part);
    size += part.length;
    if (size >= enough) break;
  }
  stream.destroy();
  return Buffer.concat(parts).subarray(0, enough);
}
