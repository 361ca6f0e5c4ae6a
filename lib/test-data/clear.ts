import { Handle } from "@/lib/access/handle";
import type { JobHandler } from "@/lib/jobs/task";
import { clearTestData } from "./operations";

/** Deletes piece by piece until nothing is left. Begun again after a fault, it goes on where it was. */
export const workOnTestData: JobHandler = async ({ job }) => {
  const handle = new Handle({ kind: "job", lease: job.lease }, { id: job.id, address: "", agent: "worker" });
  while ((await handle.run(clearTestData, {})).deleted > 0);
};
