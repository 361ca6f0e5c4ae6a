import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import { Handle } from "@/lib/access/handle";
import { type Line, readCsv } from "@/lib/csv/read";
import { BerthError } from "@/lib/errors";
import type { JobHandler, LeasedJob } from "@/lib/jobs/task";
import { findSheet } from "@/lib/sheets/sheets";
import { mappingOf } from "./mapping";
import { recordsOf } from "./records";
import type { TakeInput } from "./schema";
import { dropFile, readFile } from "./store";
import { continueImport, endImport, resumeImport, settleImport, takeRows } from "./work-operations";

const payload = z.object({ import: z.uuid() });
const recordsAtOnce = 200;
/** Before the lease ends, the next worker takes over. */
const longest = 80_000;

/** The handler of `imports.work`: goes on where the last transaction ended, in the name of who began the import. */
export const workOnImport: JobHandler = async ({ job, signal }) => {
  const { import: id } = payload.parse(job.payload);
  const problem = await work(job, id, signal).catch(problemOf);
  const settling = new Handle({ kind: "job", lease: job.lease }, requestOf(job));
  const { over, organizationId, file } = await settling.run(settleImport, { id, problem });
  if (over) await dropFile(organizationId, file);
};

async function work(job: LeasedJob, id: string, signal: AbortSignal): Promise<null> {
  const handle = new Handle({ kind: "import", lease: job.lease }, requestOf(job));
  const until = Date.now() + longest;
  const found = await handle.run(resumeImport, { id });
  const sheet = findSheet(found.list);
  if (!sheet || (found.phase !== "checking" && found.phase !== "writing")) return null;
  const around = { sheet, mapping: mappingOf(sheet, found.header), unique: found.unique };
  const lines = withoutHead(readCsv(await readFile(found.organizationId, found.file), found.delimiter));
  let place = 0;
  let batch: TakeInput["records"] = [];
  for await (const record of recordsOf(lines, around)) {
    if (place + batch.length >= found.taken) batch.push(record);
    else place += 1;
    if (batch.length < recordsAtOnce) continue;
    if (!(await take())) return null;
    if (Date.now() > until || signal.aborted) {
      await handle.run(continueImport, { id });
      return null;
    }
    await turn(); // others are served in between
  }
  if (batch.length > 0 && !(await take())) return null;
  await handle.run(endImport, { id, total: place });
  return null;

  async function take(): Promise<boolean> {
    const { goesOn } = await handle.run(takeRows, { id, from: place, records: batch });
    place += batch.length;
    batch = [];
    return goesOn;
  }
}

async function* withoutHead(lines: AsyncGenerator<Line>): AsyncGenerator<Line> {
  let head = true;
  for await (const line of lines) {
    if (!head) yield line;
    head = false;
  }
}

/** A refusal ends the import with its sentence; anything else is tried again. */
function problemOf(error: unknown): string {
  if (!(error instanceof BerthError)) throw error;
  if (error.code === "forbidden" || error.code === "not_found" || error.code === "suspended")
    return "Whoever began this import may no longer do it. What is written so far stays.";
  if (error.code === "invalid") return error.message;
  throw error;
}

function requestOf({ id }: LeasedJob) {
  return { id, address: "", agent: "worker" };
}
