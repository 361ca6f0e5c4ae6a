/** How a member came in: decided, able to enter, and the first page after that. */
export type Course = {
  id: string;
  name: string;
  origin: string;
  /** Of an approved request; whoever accepts or founds decides by joining. */
  decidedAt: Date | null;
  enteredAt: Date;
  firstPageAt: Date | null;
  /** At a page themselves when it began: theirs follows at once. Else they come when they like. */
  present: boolean;
};

const words: Record<string, string> = {
  founder: "Founded the organization",
  invitation: "Accepted an invitation",
  registration: "Was approved",
  platform: "Invited by the platform",
  group: "Assigned by the group",
};

const byProgram: Record<string, string> = { invitation: "Accepted over the API", platform: "Added over the API" };

/**
 * Splits a course into what Berth needed and what people took. Who followed a mail or accepted is at a page: until then
 * they were waited for, and from there on Berth works. Who was let in by somebody else, or by a program, could enter when
 * the decision stood: what came after, until they looked in, is theirs.
 */
export function timesOf({ id, name, origin, decidedAt, enteredAt, firstPageAt, present }: Course) {
  const decided = decidedAt ?? enteredAt;
  const toEnter = Math.max(0, enteredAt.getTime() - decided.getTime());
  const toPage = firstPageAt === null ? null : Math.max(0, firstPageAt.getTime() - enteredAt.getTime());
  return {
    id,
    name,
    how: (present ? undefined : byProgram[origin]) ?? words[origin] ?? "Joined",
    decidedAt: decided,
    enteredAt,
    system: present ? toPage : toEnter,
    people: present ? toEnter : toPage,
  };
}

export function summaryOf(courses: Course[]) {
  const joinings = courses.map(timesOf);
  const times = joinings.map(({ system }) => system).filter((time) => time !== null);
  const waits = joinings.map(({ people }) => people).filter((time) => time !== null);
  return {
    median: medianOf(times),
    worst: times.length > 0 ? Math.max(...times) : null,
    medianOfPeople: medianOf(waits),
    unopened: courses.filter(({ firstPageAt }) => firstPageAt === null).length,
    joinings,
  };
}

function medianOf(times: number[]): number | null {
  const sorted = [...times].sort((one, other) => one - other);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
