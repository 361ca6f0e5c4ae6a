import { env } from "@/lib/env";
import { askVersion } from "@/lib/health/answering";
import { startWorker, type Worker } from "./worker";

const worker = await start().catch(leave);
process.once("SIGINT", () => stop(worker));
process.once("SIGTERM", () => stop(worker));

async function start(): Promise<Worker> {
  await askVersion("DATABASE_WORKER_URL", env().database.worker);
  return await startWorker();
}

function stop(running: Worker): void {
  running.stop().then(() => process.exit(0), leave);
}

function leave(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
