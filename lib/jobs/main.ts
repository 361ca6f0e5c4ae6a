import { startWorker, type Worker } from "./worker";

const worker = await startWorker().catch(leave);
process.once("SIGINT", () => stop(worker));
process.once("SIGTERM", () => stop(worker));

function stop(running: Worker): void {
  running.stop().then(() => process.exit(0), leave);
}

function leave(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
