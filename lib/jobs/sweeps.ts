import { tidyFiles } from "@/lib/files/tidy";
import type { Leases } from "./leases";
import type { Sweep } from "./task";
import { leaseSeconds } from "./work";

const graceSeconds = 60;

/** What is looked for regularly. One worker of all runs each round; a feature adds its own line here. */
export function jobSweeps(leases: Leases): Record<"jobs.recover" | (string & {}), Sweep> {
  return {
    "jobs.recover": { match: "* * * * *", run: () => recoverJobs(leases) },
    "registrations.due": { match: "* * * * *", run: () => leases.queueDueRequests() },
    "audit.ended_exports": { match: "* * * * *", run: () => leases.queueEndedExports() },
    "audit.refusals": { match: "* * * * *", run: () => leases.tellRefusals() },
    "audit.retention": { match: "23 * * * *", run: () => leases.releaseEntries() },
    "events.retention": { match: "37 * * * *", run: () => leases.dropOldEvents() },
    "usage.roll": { match: "*/15 * * * *", run: () => leases.rollUsage() },
    "logs.retention": { match: "39 * * * *", run: () => leases.dropOldCalls() },
    "webhooks.retention": { match: "41 * * * *", run: () => leases.dropOldDeliveries() },
    "notices.digests": { match: "*/15 * * * *", run: () => leases.queueDueDigests() },
    "api.kept_answers": { match: "31 * * * *", run: () => leases.forgetAnswers() },
    "api.calls": { match: "37 * * * *", run: () => leases.forgetCalls() },
    "imports.idle": { match: "17 * * * *", run: () => leases.queueIdleImports() },
    "files.tidy": { match: "43 3 * * *", run: () => tidyFiles(leases.neededFiles) },
  };
}

/**
 * Takes up what killed workers left behind. The queue alone would keep their jobs locked for four hours; the lease
 * decides who may work, so a lock that is older than any lease protects nothing.
 */
export async function recoverJobs(leases: Leases): Promise<void> {
  await leases.unlock(leaseSeconds + graceSeconds);
  await leases.reviveGivenUp();
  for (const job of await leases.due()) {
    await leases.wake(job);
  }
}
