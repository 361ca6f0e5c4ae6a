import type { LeasedDelivery } from "./delivery";

/** How many are under way in one process, to one endpoint and for one organization. */
const slots = 128;
const perEndpoint = 32;
const perOrganization = 48;

type Line = { organization: string; waiting: LeasedDelivery[]; underWay: number };

/**
 * What was claimed and is not sent yet, endpoint by endpoint. They take turns, so that a long line keeps nobody behind it
 * waiting.
 */
export class DeliveryQueue {
  readonly #lines = new Map<string, Line>();
  readonly #organizations = new Map<string, number>();
  #underWay = 0;
  #waiting = 0;

  get size(): number {
    return this.#underWay + this.#waiting;
  }

  add(leased: LeasedDelivery): void {
    const { endpoint, organization } = leased;
    const line = this.#lines.get(endpoint) ?? { organization, waiting: [], underWay: 0 };
    line.waiting.push(leased);
    this.#lines.set(endpoint, line);
    this.#waiting += 1;
  }

  /** The next one that may go out, if any may. */
  take(): LeasedDelivery | undefined {
    if (this.#underWay >= slots) return undefined;
    for (const [endpoint, line] of this.#lines) {
      const going = this.#organizations.get(line.organization) ?? 0;
      if (line.underWay >= perEndpoint || going >= perOrganization) continue;
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
