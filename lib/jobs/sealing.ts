import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import type { Leases } from "./leases";

const atOnce = 500;
const pause = 2_000;

/** Seals new audit entries every two seconds until it is stopped. Of several workers one does it at a time. */
export function keepSealing(leases: Leases, logger: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const running = seal();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };

  async function seal(): Promise<void> {
    while (!stopping.signal.aborted) {
      const sealed = await leases.sealEntries(atOnce).catch((error: unknown) => {
        logger.warn({ err: error }, "audit entries could not be sealed");
        return 0;
      });
      if (sealed < atOnce) await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
}
