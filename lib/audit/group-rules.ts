import type { AuditEntry } from "./schema";
import { entryWords } from "./words";

/** Many entries of one request, told as one line. */
export type EntryGroup = {
  requestId: string;
  /** The oldest of them: the act that the others follow from. */
  first: AuditEntry;
  count: number;
  /** The page ends within them. */
  more: boolean;
};

export type Line = { id: string; entry: AuditEntry; group: EntryGroup | undefined };

const fewest = 5;

const acts: Record<string, string> = {
  "organization.set_up": "Organization founded",
  "account.set_up": "Organization founded",
  "platform.create_organization": "Organization founded",
  "imports.take": "Records imported",
  "shipments.set_status_many": "Status of shipments set",
  "registrations.approve": "Registration requests approved",
  "registrations.reject": "Registration requests rejected",
  "invitations.create": "People invited",
};

export function asLine(entry: AuditEntry): Line {
  return { id: String(entry.id), entry, group: undefined };
}

/** Entries as lines, newest first: five or more in a row of one request are folded into one. */
export function foldEntries(entries: AuditEntry[], goesOn: boolean): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at < entries.length; ) {
    const run = runFrom(entries, at);
    const [entry] = run;
    const first = run.at(-1);
    if (!entry || !first) break;
    const folded = run.length >= fewest && entry.request_id !== null;
    const more = goesOn && at + run.length === entries.length;
    if (folded)
      lines.push({
        id: `request-${entry.request_id}`,
        entry,
        group: { requestId: entry.request_id ?? "", first, count: run.length, more },
      });
    else lines.push(...run.map(asLine));
    at += run.length;
  }
  return lines;
}

/** "Organization founded: 41 changes". */
export function groupWords({ first, count, more }: EntryGroup): string {
  return `${acts[first.operation] ?? entryWords(first)}: ${count} changes${more ? " and more" : ""}`;
}

function runFrom(entries: AuditEntry[], start: number): AuditEntry[] {
  const request = entries[start]?.request_id;
  let end = start + 1;
  while (request && entries[end]?.request_id === request) end += 1;
  return entries.slice(start, end);
}
