export type Stoppable = { stop(): Promise<void> };

/** Starts the jobs' worker inside this process, unless it runs as its own. */
export async function startInlineWorker(mode: "inline" | "off"): Promise<Stoppable | undefined> {
  if (mode === "off") return undefined;
  const { startWorker } = await import("../jobs/worker");
  return startWorker();
}
