import { ConnectionError } from "./errors.js";

const firstWait = 400;
const mostDoublings = 6;

/**
 * Whether a try that ended so may be made again. A refusal for too many calls did nothing, so any call may; all else only
 * where the call reads, or carries an Idempotency-Key that keeps it from being done twice. With such a key, a conflict that
 * says when to come again is the try before, which is still being carried out.
 */
export function isWorthAnother(outcome: Response | Error, repeatable: boolean): boolean {
  if (outcome instanceof Error) return repeatable && outcome instanceof ConnectionError;
  if (outcome.status === 429) return true;
  if (outcome.status === 409) return repeatable && outcome.headers.has("retry-after");
  return repeatable && [408, 500, 502, 503, 504].includes(outcome.status);
}

/** Milliseconds until the next try: what the answer says, and a little chance so that not all come back at once. */
export function waitBefore(next: number, outcome: Response | Error, chance = Math.random()): number {
  const told = outcome instanceof Error ? null : outcome.headers.get("retry-after");
  const seconds = told === null ? Number.NaN : secondsOf(told);
  if (Number.isFinite(seconds)) return Math.max(0, seconds) * 1000 + chance * firstWait;
  return chance * firstWait * 2 ** Math.min(next, mostDoublings);
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  return Number.isFinite(seconds) ? seconds : (Date.parse(text) - Date.now()) / 1000;
}

/** Resolves after that time, or rejects with the signal's reason. */
export function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
