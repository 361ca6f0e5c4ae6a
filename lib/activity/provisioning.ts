/** How a member came in: decided, joined, and the first page after that. */
export type Course = {
  id: string;
  name: string;
  origin: string;
  /** Of an approved request; whoever accepts or founds decides by joining. */
  decidedAt: Date | null;
  joinedAt: Date;
  firstPageAt: Date | null;
};

const words: Record<string, string> = {
  founder: "Founded the organization",
  invitation: "Accepted an invitation",
  registration: "Was approved",
  platform: "Invited by the platform",
};

/** Joined with the decision itself: the person had an account, and nobody had to wait for them. */
const together = 5_000;

/**
 * Splits a course into what Berth needed and what people took. Who was approved with an account could enter when the
 * decision stood, so the way to their first page is theirs; who had to follow a mail first was waited for until they
 * joined, and from there on Berth works.
 */
export function timesOf({ id, name, origin, decidedAt, joinedAt, firstPageAt }: Course) {
  const decided = decidedAt ?? joinedAt;
  const wait = joinedAt.getTime() - decided.getTime();
  const toPage = firstPageAt === null ? null : Math.max(0, firstPageAt.getTime() - joinedAt.getTime());
  const atOnce = decidedAt !== null && wait <= together;
  return {
    id,
    name,
    how: words[origin] ?? "Joined",
    decidedAt: decided,
    system: atOnce ? wait : toPage,
    people: atOnce ? (toPage ?? 0) : wait,
  };
}

export function summaryOf(courses: Course[]) {
  const joinings = courses.map(timesOf);
  const times = joinings.map(({ system }) => system).filter((time) => time !== null);
  return {
    median: medianOf(times),
    worst: times.length > 0 ? Math.max(...times) : null,
    medianOfPeople: medianOf(joinings.map(({ people }) => people)),
    unopened: courses.filter(({ firstPageAt }) => firstPageAt === null).length,
    joinings,
  };
}

function medianOf(times: number[]): number | null {
  const sorted = [...times].sort((one, other) => one - other);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
