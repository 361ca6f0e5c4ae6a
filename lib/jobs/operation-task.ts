import { z } from "zod";
import { Handle } from "@/lib/access/handle";
import type { Operation } from "@/lib/access/operation";
import type { JobHandler } from "./task";

const nothing = z.strictObject({});

/** A job that is one operation: it runs on the request path's role, in the context that the lease proves. */
export function operationTask<Output extends z.ZodType>(
  operation: Operation<"job", typeof nothing, Output>,
): JobHandler {
  return async ({ job }) => {
    const handle = new Handle({ kind: "job", lease: job.lease }, { id: job.id, address: "", agent: "worker" });
    await handle.run(operation, {});
  };
}
