type Work = () => Promise<unknown>;

/** The server and Next's bundles each load this file: what they share hangs on the process. */
const works = Symbol.for("berth.shutdown");
const shared = globalThis as { [works]?: Set<Work> };

/** Registers what must end before the process does, such as a pool of connections. */
export function onShutdown(work: Work): void {
  shared[works] ??= new Set();
  shared[works].add(work);
}

const drains = Symbol.for("berth.drains");
const draining = globalThis as { [drains]?: Set<Work> };

/** Registers what must end before the server waits for its open answers, such as streams that would never end. */
export function onDrain(work: Work): void {
  draining[drains] ??= new Set();
  draining[drains].add(work);
}

export async function runDrain(): Promise<void> {
  await Promise.allSettled([...(draining[drains] ?? [])].map((work) => work()));
}

const answered = Symbol.for("berth.answered");
const afterAnswers = globalThis as { [answered]?: Set<Work> };

/** Registers what is still to be written once the last answer is given, before connections end. */
export function onAnswered(work: Work): void {
  afterAnswers[answered] ??= new Set();
  afterAnswers[answered].add(work);
}

/** Runs everything registered; one that fails does not keep the others from ending. */
export async function runShutdown(): Promise<void> {
  await Promise.allSettled([...(afterAnswers[answered] ?? [])].map((work) => work()));
  const registered = [...(shared[works] ?? [])];
  shared[works]?.clear();
  await Promise.allSettled(registered.map((work) => work()));
}
