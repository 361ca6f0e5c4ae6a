import type { LeasedDelivery } from "./delivery";

/** How many are under way in one process, to one endpoint and for one organization. */
const slots = 128;
const perEndpoint = 32;
const perOrganization = 48;

/** An endpoint as it was when something was claimed for it. */
export type Standing = Pick<LeasedDelivery, "organization" | "endpoint" | "standing">;

type Line = { organization: string; standing: string; seenAt: number; waiting: LeasedDelivery[]; underWay: number };

/**
 * What was claimed and is not sent yet, endpoint by endpoint. They take turns, so that a long line keeps nobody behind it
 * waiting.
 */
export class DeliveryQueue {
  readonly #lines = new Map<string, Line>();
  readonly #organizations = new Map<string, number>();
  #underWay = 0;
  #waiting = 0;

  get waiting(): number {
    return this.#waiting;
  }

  get size(): number {
    return this.#underWay + this.#waiting;
  }

  /** Answers what waited for the same endpoint as it was before; `seenAt`: when this one was claimed. */
  add(leased: LeasedDelivery, seenAt: number): LeasedDelivery[] {
    const { endpoint, organization, standing } = leased;
    const line = this.#lines.get(endpoint) ?? { organization, standing, seenAt, waiting: [], underWay: 0 };
    const before = line.standing === standing ? [] : line.waiting.splice(0);
    line.standing = standing;
    line.seenAt = Math.max(line.seenAt, seenAt);
    line.waiting.push(leased);
    this.#lines.set(endpoint, line);
    this.#waiting += 1 - before.length;
    return before;
  }

  /** The next one that may go out, if any may, to an endpoint that was seen since then. */
  take(since: number): LeasedDelivery | undefined {
    if (this.#underWay >= slots) return undefined;
    for (const [endpoint, line] of this.#lines) {
      const going = this.#organizations.get(line.organization) ?? 0;
      if (line.seenAt < since || line.underWay >= perEndpoint || going >= perOrganization) continue;
      const next = line.waiting.shift();
      if (!next) continue;
      // Behind all others.
      this.#lines.delete(endpoint);
      this.#lines.set(endpoint, line);
      line.underWay += 1;
      this.#organizations.set(line.organization, going + 1);
      this.#underWay += 1;
      this.#waiting -= 1;
      return next;
    }
    return undefined;
  }

  /** The endpoints for which something waits that were not seen since then. */
  unseen(since: number): Standing[] {
    return [...this.#lines]
      .filter(([, { waiting, seenAt }]) => waiting.length > 0 && seenAt < since)
      .map(([endpoint, { organization, standing }]) => ({ organization, endpoint, standing }));
  }

  /** Those endpoints were looked at then, and `stand`, or do not any more; answers what waited for the latter. */
  saw(looked: Standing[], stand: Set<string>, at: number): LeasedDelivery[] {
    return looked.flatMap(({ endpoint, standing }) => {
      const line = this.#lines.get(endpoint);
      if (line?.standing !== standing) return [];
      if (!stand.has(endpoint)) return this.drop(endpoint);
      line.seenAt = Math.max(line.seenAt, at);
      return [];
    });
  }

  /** One that was taken is over. */
  end({ endpoint, organization }: LeasedDelivery): void {
    const line = this.#lines.get(endpoint);
    if (!line) return;
    line.underWay -= 1;
    this.#underWay -= 1;
    if (line.underWay === 0 && line.waiting.length === 0) this.#lines.delete(endpoint);
    const going = (this.#organizations.get(organization) ?? 1) - 1;
    if (going > 0) this.#organizations.set(organization, going);
    else this.#organizations.delete(organization);
  }

  /** Whatever waits, of one endpoint or of all, and does not any more. */
  drop(endpoint?: string): LeasedDelivery[] {
    const dropped: LeasedDelivery[] = [];
    for (const [name, line] of this.#lines) {
      if (endpoint !== undefined && name !== endpoint) continue;
      dropped.push(...line.waiting.splice(0));
      if (line.underWay === 0) this.#lines.delete(name);
    }
    this.#waiting -= dropped.length;
    return dropped;
  }
}
