export type Way = { name: string; run: () => Promise<unknown> };

export type Shape = { rounds: number; perRound: number; callers: number };

/**
 * Time per run of each way, in nanoseconds, from many short rounds in which the ways take turns, in an order drawn anew
 * each time, since each begins with what the one before it left warm. The first way's is the median of its rounds, and that
 * of the others this by the median of what they took of the first in the same round: a machine that is slower for some
 * minutes is so for all of them.
 */
export async function compare(ways: Way[], { rounds, perRound, callers }: Shape): Promise<number[]> {
  const times = ways.map((): number[] => []);
  for (let round = 0; round <= rounds; round++)
    for (const [at, { run }] of shuffled([...ways.entries()])) {
      const each = Math.ceil(perRound / callers);
      const started = process.hrtime.bigint();
      await Promise.all(Array.from({ length: callers }, () => repeat(run, each)));
      // The first round warms up.
      if (round > 0) times[at]?.push(Number(process.hrtime.bigint() - started) / (each * callers));
    }
  const [first = []] = times;
  return times.map((own) => median(first) * median(own.map((time, round) => time / (first[round] ?? time))));
}

export function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/** Runs each way as often as a server has by the time that its speed matters. */
export async function warmUp(ways: Way[], runs: number): Promise<void> {
  const callers = 16;
  for (const { run } of ways) await Promise.all(Array.from({ length: callers }, () => repeat(run, runs / callers)));
}

/** A share of each way's runs took no longer than this, in nanoseconds; the ways take turns run by run. */
export async function percentile(ways: Way[], share: number, runs: number): Promise<number[]> {
  const times = ways.map((): number[] => []);
  for (let run = 0; run < runs; run++)
    for (const [at, way] of ways.entries()) {
      const started = process.hrtime.bigint();
      await way.run();
      times[at]?.push(Number(process.hrtime.bigint() - started));
    }
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length * share)] ?? 0);
}

function shuffled<Item>(items: Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

async function repeat(run: () => Promise<unknown>, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await run();
}
