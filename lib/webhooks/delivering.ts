import type { Logger } from "pino";
import { type Egress, egressAgent } from "@/lib/egress/agent";
import { deliver, type LeasedDelivery, type Outcome } from "./delivery";

/** How many are under way in one process; of these so many to endpoints that have not answered well. */
const slots = 128;
const slowSlots = 64;
const most = 64;
const leaseSeconds = 60;
const idleMilliseconds = 500;

export type Claim = { deliveries: LeasedDelivery[]; slow: number; after: string[] };

export type DeliveryBook = {
  leaseDeliveries(asked: { most: number; slow: number; seconds: number; after: string[] | null }): Promise<Claim>;
  settleDeliveries(outcomes: Outcome[]): Promise<void>;
};

export type Delivering = { book: DeliveryBook; egress: Egress; secret: string; logger: Logger };

/**
 * Sends what is due until it is stopped, and then waits for what is under way. A process that is killed loses nothing: what
 * it held is due again when its lease ends, under the same ids.
 */
export function keepDelivering({ book, egress, secret, logger }: Delivering): { stop(): Promise<void> } {
  const agent = egressAgent(egress);
  const stopping = new AbortController();
  const underWay = new Set<Promise<void>>();
  let slow = 0;
  let after: string[] | null = null;
  const settled: Outcome[] = [];
  let settling: Promise<void> | undefined;
  let wake = () => {};
  // What was settled since the last claim may have made room for more.
  let stirred = false;
  const running = run();
  return {
    async stop() {
      stopping.abort();
      wake();
      await running;
      await Promise.all(underWay);
      while (settling) await settling;
      await agent.close();
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      stirred = false;
      const claimed = await claim().catch((error: unknown) => {
        logger.warn({ err: error }, "webhooks could not be claimed");
        return 0;
      });
      if (claimed === 0 || underWay.size >= slots) await rest(claimed === 0 ? idleMilliseconds : 10_000);
    }
  }

  async function claim(): Promise<number> {
    const free = Math.min(slots - underWay.size, most);
    const asked = { most: free, slow: Math.max(0, slowSlots - slow), seconds: leaseSeconds, after };
    const claimed = await book.leaseDeliveries(asked);
    after = claimed.after;
    // Which of them are slow, the database alone knows; each frees its share when all of the claim are done.
    const share = claimed.deliveries.length > 0 ? claimed.slow / claimed.deliveries.length : 0;
    for (const leased of claimed.deliveries) {
      slow += share;
      const one = work(leased).finally(() => {
        underWay.delete(one);
        slow -= share;
      });
      underWay.add(one);
    }
    return claimed.deliveries.length;
  }

  async function work(leased: LeasedDelivery): Promise<void> {
    const outcome = await deliver(leased, { agent, secret });
    if (!outcome) return;
    settled.push(outcome);
    settling ??= settle();
  }

  /** One at a time: what ends meanwhile goes together with the next. */
  async function settle(): Promise<void> {
    await Promise.resolve();
    while (settled.length > 0) {
      const outcomes = settled.splice(0, 200);
      await book.settleDeliveries(outcomes).catch((error: unknown) => {
        // Their leases end by themselves, and then they are sent once more.
        logger.warn({ err: error, deliveries: outcomes.length }, "what became of webhooks could not be written down");
      });
      stirred = true;
      wake();
    }
    settling = undefined;
  }

  async function rest(milliseconds: number): Promise<void> {
    if (stopping.signal.aborted || stirred) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
