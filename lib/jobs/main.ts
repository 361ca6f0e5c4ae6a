import { startWorker } from "./worker";

const worker = await startWorker();

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    worker.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`The worker did not stop cleanly: ${String(error)}\n`);
        process.exit(1);
      },
    );
  });
}
