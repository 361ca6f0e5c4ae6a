import { v7 as uuidv7 } from "uuid";

/** Numbers that look random and are the same each time (mulberry32), so that the demo world is always the same. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below 1. */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** From `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1));
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.roll() * items.length)] ?? items[0];
  }

  chance(share: number): boolean {
    return this.roll() < share;
  }

  /** UUIDv7 of a time. */
  id(at: Date): string {
    return uuidv7({ msecs: at.getTime(), random: Uint8Array.from({ length: 16 }, () => this.between(0, 255)) });
  }
}
