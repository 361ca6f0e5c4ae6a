import { z } from "zod";
import { Handle } from "@/lib/access/handle";
import type { JobHandler, LeasedJob } from "@/lib/jobs/task";
import { dropParts, keepPart } from "./export-file";
import { endAuditExport, noteAuditExport, readForExport, resumeAuditExport } from "./export-job-operations";
import type { AuditEntry } from "./schema";

const payload = z.object({ export: z.uuid() });
const entriesOfPart = 20_000;
const lostRight = "Whoever began this export may no longer do it.";

/** The handler of `audit.export`: writes one part, notes it, and leaves the next to another job. */
export const workOnAuditExport: JobHandler = async ({ job, signal }) => {
  const { export: id } = payload.parse(job.payload);
  const handle = handleOf(job);
  const found = await handle.run(resumeAuditExport, { id });
  if (found.phase !== "writing") return;
  const at = { lastId: found.lastId, taken: found.taken, over: false, allowed: true };
  await keepPart(found, found.parts, pages());
  const problem = at.allowed ? null : lostRight;
  await handle.run(noteAuditExport, {
    id,
    part: found.parts + 1,
    taken: at.taken,
    lastId: at.lastId,
    over: at.over,
    problem,
  });

  async function* pages(): AsyncGenerator<AuditEntry[]> {
    const enough = found.taken + entriesOfPart;
    while (!at.over && at.taken < enough && !signal.aborted) {
      const { allowed, entries } = await handle.run(readForExport, { id, after: at.lastId });
      at.allowed = allowed;
      at.over = entries.length === 0;
      at.lastId = entries.at(-1)?.id ?? at.lastId;
      at.taken += entries.length;
      if (entries.length > 0) yield entries;
    }
  }
};

/** The handler of `audit.drop_export`. */
export const dropAuditExport: JobHandler = async ({ job }) => {
  const { export: id } = payload.parse(job.payload);
  await dropParts(await handleOf(job).run(endAuditExport, { id }));
};

function handleOf({ id, lease }: LeasedJob): Handle {
  return new Handle({ kind: "job", lease }, { id, address: "", agent: "worker" });
}
