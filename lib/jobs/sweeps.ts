import type { Leases } from "./leases";
import type { Sweep } from "./task";

export type SweepTools = { leases: Leases; requeue(jobs: string[]): Promise<void> };

/** What is looked for regularly. One worker of all runs each round; a feature adds its own line here. */
export function jobSweeps({ leases, requeue }: SweepTools) {
  return {
    // The queue keeps a dead worker's jobs locked for four hours; their leases run out long before.
    "jobs.recover": {
      match: "* * * * *",
      run: async () => requeue(await leases.due()),
    },
  } satisfies Record<string, Sweep>;
}
