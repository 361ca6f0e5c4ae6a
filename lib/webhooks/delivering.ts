import type { Logger } from "pino";
import { type Egress, egressAgent } from "@/lib/egress/agent";
import { deliver, type LeasedDelivery, type Outcome } from "./delivery";
import { DeliveryQueue, type Standing } from "./queue";
import { Secrets } from "./secret";

/** How many a process holds, sent or about to be; of these so many to endpoints that have not answered well. */
const held = 384;
const slowHeld = 64;
/** Claims are made for so many at least, or for what is left, since each costs the same. */
const worthwhile = 64;
const leaseSeconds = 60;
/** How often it looks for more: often while there was something a moment ago. */
const idleMilliseconds = 500;
const livelyMilliseconds = 50;
const livelyFor = 5_000;
/** How long outcomes wait for others to be written down with, and how many are enough. */
const gatherMilliseconds = 40;
const enough = 96;
/** How long after the database answered an endpoint is believed to be as it was then. */
const believedMilliseconds = 25;
/** Longer than this no receiver that answers well takes; what waits behind such a one goes back. */
const longMilliseconds = 2_000;

/** `more`: there is more to plan before all that happened can be claimed. */
export type Claim = { deliveries: LeasedDelivery[]; after: string[]; more: boolean };

/** A delivery that was claimed and is given back untried; `slow`: because its receiver takes long. */
export type GivenBack = Pick<Outcome, "organization" | "id" | "lease"> & { untried: true; slow: boolean };

export type DeliveryBook = {
  leaseDeliveries(asked: { most: number; slow: number; seconds: number; after: string[] | null }): Promise<Claim>;
  standingEndpoints(claimed: Standing[]): Promise<string[]>;
  /** Answers the ids of those that could not be written down yet. */
  settleDeliveries(outcomes: (Outcome | GivenBack)[]): Promise<string[]>;
};

export type Delivering = { book: DeliveryBook; egress: Egress; secret: string; logger: Logger };

/**
 * Sends what is due until it is stopped, and then waits for what is under way. A process that is killed loses nothing: what
 * it held is due again when its lease ends, under the same ids.
 */
export function keepDelivering({ book, egress, secret, logger }: Delivering): { stop(): Promise<void> } {
  const agent = egressAgent(egress);
  const stopping = new AbortController();
  const queue = new DeliveryQueue();
  const secrets = new Secrets(secret);
  const underWay = new Set<Promise<void>>();
  /** What is held for endpoints that have not answered well. */
  const slow = new Set<LeasedDelivery>();
  let after: string[] | null = null;
  const settled: (Outcome | GivenBack)[] = [];
  let settling: Promise<void> | undefined;
  let gathered = () => {};
  let looking: Promise<void> | undefined;
  let wake = () => {};
  let lastAt = 0;
  // What was settled since the last claim may have made room for more.
  let stirred = false;
  const running = run();
  return {
    async stop() {
      stopping.abort();
      wake();
      await running;
      await looking;
      giveBack(queue.drop(), false);
      await Promise.all(underWay);
      while (settling) await settling;
      await agent.close();
    },
  };

  async function run(): Promise<void> {
    let claimedAt = 0;
    while (!stopping.signal.aborted) {
      stirred = false;
      const room = held - queue.size;
      // While enough waits there is time to claim more at once.
      const early = queue.waiting < worthwhile ? 0 : claimedAt + livelyMilliseconds - Date.now();
      if (room < worthwhile || early > 0) {
        await rest(room < worthwhile ? 10_000 : early);
        continue;
      }
      claimedAt = Date.now();
      const claimed = await claim(room).catch(notClaimed);
      if (claimed) lastAt = Date.now();
      else await rest(pause());
    }
  }

  function pause(): number {
    return Date.now() - lastAt < livelyFor ? livelyMilliseconds : idleMilliseconds;
  }

  /** Whether there is more to do at once. */
  async function claim(most: number): Promise<boolean> {
    const asked = { most, slow: Math.max(0, slowHeld - slow.size), seconds: leaseSeconds, after };
    const claimed = await book.leaseDeliveries(asked);
    const at = Date.now();
    after = claimed.after;
    for (const leased of claimed.deliveries) {
      if (leased.is_slow) slow.add(leased);
      giveBack(queue.add(leased, at), false);
    }
    sendNext();
    return claimed.deliveries.length > 0 || claimed.more;
  }

  function notClaimed(error: unknown): boolean {
    logger.warn({ err: error }, "webhooks could not be claimed");
    return false;
  }

  function sendNext(): void {
    const since = Date.now() - believedMilliseconds;
    for (let leased = queue.take(since); leased; leased = queue.take(since)) {
      const one: Promise<void> = work(leased).finally(() => {
        underWay.delete(one);
        sendNext();
      });
      underWay.add(one);
    }
    if (!looking && !stopping.signal.aborted) look(queue.unseen(since));
  }

  /** Nothing that waited goes to an endpoint before it was looked at again. */
  function look(unseen: Standing[]): void {
    if (unseen.length === 0) return;
    looking = book
      .standingEndpoints(unseen)
      .then((stand) => giveBack(queue.saw(unseen, new Set(stand), Date.now()), false))
      .catch((error: unknown) => {
        logger.warn({ err: error }, "webhooks could not be looked at");
        giveBack(queue.drop(), false);
      })
      .then(() => {
        looking = undefined;
        sendNext();
      });
  }

  async function work(leased: LeasedDelivery): Promise<void> {
    const late = setTimeout(() => giveBack(queue.drop(leased.endpoint), true), longMilliseconds);
    const outcome = await deliver(leased, { agent, secrets });
    clearTimeout(late);
    queue.end(leased);
    slow.delete(leased);
    if (!isWell(outcome)) giveBack(queue.drop(leased.endpoint), false);
    note(outcome);
  }

  function giveBack(deliveries: LeasedDelivery[], late: boolean): void {
    for (const leased of deliveries) {
      slow.delete(leased);
      const { organization, id, lease } = leased;
      note({ organization, id, lease, untried: true, slow: late });
    }
  }

  function note(outcome: Outcome | GivenBack): void {
    settled.push(outcome);
    settling ??= settle();
    if (settled.length >= enough) gathered();
  }

  /** One at a time: what ends meanwhile goes together with the next. */
  async function settle(): Promise<void> {
    let again: string[] = [];
    while (settled.length > 0) {
      if ((settled.length < enough || again.length > 0) && !stopping.signal.aborted) await gather();
      const outcomes = settled.splice(0, 2 * enough);
      // Leases of what is not written down end by themselves, and then it is sent once more.
      again = await writeDown(outcomes).catch((error: unknown) => {
        logger.warn({ err: error, deliveries: outcomes.length }, "what became of webhooks could not be written down");
        return [];
      });
      if (!stopping.signal.aborted) settled.push(...outcomes.filter(({ id }) => again.includes(id)));
      stirred = true;
      wake();
    }
    settling = undefined;
  }

  function gather(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, gatherMilliseconds);
      gathered = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Once more where it failed: what counted already changes nothing the second time. */
  function writeDown(outcomes: (Outcome | GivenBack)[]): Promise<string[]> {
    return book.settleDeliveries(outcomes).catch(() => book.settleDeliveries(outcomes));
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

function isWell({ status, milliseconds }: Outcome): boolean {
  return status !== undefined && status >= 200 && status < 300 && milliseconds <= longMilliseconds;
}
