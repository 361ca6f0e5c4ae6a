import { defaultFilter } from "cmdk";

const faint = 0.05;

/** Fuzzy over what a person reads, never over the ids that entries are told apart by. */
export function matchWords(_value: string, query: string, words: string[] = []): number {
  const score = defaultFilter(words.join(" "), query);
  return score < faint ? 0 : score;
}
