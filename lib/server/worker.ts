import { log } from "../log";

export type Stoppable = { stop(): Promise<void> };

/** Starts the jobs' worker inside this process, unless it runs as its own. */
export async function startInlineWorker(mode: "inline" | "off"): Promise<Stoppable | undefined> {
  if (mode === "off") return undefined;
  const place = "../jobs/worker";
  const found: { startWorker(): Promise<Stoppable> } | undefined = await import(place).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  });
  if (!found) log.warn("There is no worker in this version: jobs wait.");
  return found?.startWorker();
}
