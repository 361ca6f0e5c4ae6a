import { Handle } from "@/lib/access/handle";
import type { JobHandler } from "@/lib/jobs/task";
import { receiveRequest } from "./asking-operations";

/** Takes in one request to join that was noted. Doing it again does nothing: what was asked leaves the job with it. */
export const receiveRequests: JobHandler = async ({ job }) => {
  const request = { id: job.id, address: "", agent: "worker" };
  await new Handle({ kind: "job", lease: job.lease }, request).run(receiveRequest, {});
};
