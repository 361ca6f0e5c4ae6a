/** One call as it is written down: bodies masked and cut. Names as `guard.append_calls` reads them. */
export type CallLine = {
  id: string;
  at: string;
  method: string;
  path: string;
  query: string;
  host: string;
  operations: string[];
  needs: string[];
  status: number;
  error: string | null;
  milliseconds: number;
  test: boolean;
  address: string;
  agent: string;
  request_id: string | null;
  headers: Record<string, string>;
  entities: string[];
  request: string | null;
  request_bytes: number;
  response: string | null;
  response_bytes: number;
};

/**
 * Who called, by the hash of what they showed; the database finds whose that is. `opened`: the call opened an organization,
 * so it is somebody's.
 */
export type Caller = {
  kind: "key" | "session" | "token";
  secret: string;
  organization: string | null;
  opened: boolean;
};

export type Group = { kind: string; hash: string; organization: string | null; opened: boolean; lines: CallLine[] };
export type Waiting = {
  groups: Map<string, Group>;
  /** What opened nothing, and may be nobody's: it never takes the place of the others. */
  strangers: Map<string, Group>;
  strangerLines: number;
  lines: number;
  bytes: number;
  dropped: number;
};

/**
 * What may wait in a process, in lines and bytes, of one caller, and of all that opened nothing: a flood of one pushes out
 * its own oldest, and one of invented credentials nothing but each other's.
 */
export const bounds = { lines: 10_000, bytes: 32_000_000, one: 2_000, strangers: 1_000, everyMs: 500 };
export const batchOf = { lines: 200, bytes: 2_000_000 };

/** Nothing waits. */
export function noCalls(): Waiting {
  return { groups: new Map(), strangers: new Map(), strangerLines: 0, lines: 0, bytes: 0, dropped: 0 };
}

/** Takes a line in; what is beyond the bounds goes, the oldest first. */
export function keep(all: Waiting, of: Omit<Group, "lines">, line: CallLine): void {
  const place = placeOf(all, of);
  const group = place.get(nameOf(of)) ?? { ...of, lines: [] };
  place.set(nameOf(of), group);
  group.lines.push(line);
  count(all, group, [line], 1);
  if (group.lines.length > bounds.one) dropOldest(all, group);
  while (all.strangerLines > bounds.strangers) dropOldest(all, first(all.strangers));
  while (all.lines > bounds.lines || all.bytes > bounds.bytes)
    dropOldest(all, all.strangerLines > 0 ? first(all.strangers) : largest(all));
}

/** Some lines of each caller, in the order in which callers came, up to the size of a batch; strangers come last. */
export function take(all: Waiting): Group[] {
  const batch: Group[] = [];
  let { lines: left, bytes } = batchOf;
  for (const group of [...all.groups.values(), ...all.strangers.values()]) {
    if (left <= 0 || bytes <= 0) break;
    let size = 0;
    while (size < Math.min(left, group.lines.length) && bytes > 0) {
      bytes -= sizeOf(group.lines.slice(size, size + 1));
      size += 1;
    }
    const lines = group.lines.splice(0, size);
    batch.push({ ...group, lines });
    if (group.lines.length === 0) placeOf(all, group).delete(nameOf(group));
    left -= size;
    count(all, group, lines, -1);
  }
  return batch;
}

/** Their ids make writing them again harmless, should the answer alone have been lost. */
export function giveBack(all: Waiting, batch: Group[]): void {
  for (const group of batch) {
    const place = placeOf(all, group);
    const later = place.get(nameOf(group))?.lines ?? [];
    const kept = [...group.lines, ...later].slice(-bounds.one);
    place.set(nameOf(group), { ...group, lines: kept });
    count(all, group, later, -1);
    count(all, group, kept, 1);
    all.dropped += group.lines.length + later.length - kept.length;
  }
}

function placeOf({ groups, strangers }: Waiting, { opened }: Pick<Group, "opened">): Map<string, Group> {
  return opened ? groups : strangers;
}

function count(all: Waiting, { opened }: Group, lines: CallLine[], sign: 1 | -1): void {
  all.lines += sign * lines.length;
  all.bytes += sign * sizeOf(lines);
  if (!opened) all.strangerLines += sign * lines.length;
}

function dropOldest(all: Waiting, group: Group | undefined): void {
  if (!group) return;
  const gone = group.lines.splice(0, 1);
  count(all, group, gone, -1);
  all.dropped += gone.length;
  if (group.lines.length === 0) placeOf(all, group).delete(nameOf(group));
}

/** Who came first of those that wait. */
function first(groups: Map<string, Group>): Group | undefined {
  return groups.values().next().value;
}

function largest({ groups }: Waiting): Group | undefined {
  const each = [...groups.values()];
  return each.reduce<Group | undefined>(
    (most, group) => (most && most.lines.length >= group.lines.length ? most : group),
    undefined,
  );
}

function nameOf({ hash: digest, organization }: Pick<Group, "hash" | "organization">): string {
  return `${digest} ${organization ?? ""}`;
}

function sizeOf(lines: CallLine[]): number {
  return lines.reduce((sum, { request, response }) => sum + 500 + (request?.length ?? 0) + (response?.length ?? 0), 0);
}
