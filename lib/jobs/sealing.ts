import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { markChains } from "./checkpoints";
import type { Leases } from "./leases";

const atOnce = 500;
const pause = 2_000;
const betweenCheckpoints = 10_000;

type Sealing = { leases: Leases; logger: Logger; place: { folder: string; secret: string } | undefined };

/**
 * Seals new audit entries every two seconds, proves older seals, and signs a checkpoint every ten while there is
 * something new, until it is stopped. Of several workers one seals at a time.
 */
export function keepSealing({ leases, logger, place }: Sealing): { stop(): Promise<void> } {
  let marked = 0;
  const stopping = new AbortController();
  const running = seal();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };

  async function prove(): Promise<void> {
    await leases.proveChains(atOnce);
    if (!place || Date.now() - marked < betweenCheckpoints) return;
    marked = Date.now();
    await markChains(leases, place);
  }

  async function seal(): Promise<void> {
    while (!stopping.signal.aborted) {
      const sealed = await leases.sealEntries(atOnce).catch((error: unknown) => {
        logger.warn({ err: error }, "audit entries could not be sealed");
        return 0;
      });
      await prove().catch((error: unknown) => logger.warn({ err: error }, "the audit trail could not be proved"));
      if (sealed < atOnce) await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }
}
