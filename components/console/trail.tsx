import type { ReactNode } from "react";
import { AuditTable } from "@/components/audit/audit-table";
import { EntrySheet } from "@/components/audit/entry-sheet";
import { asLine, foldEntries } from "@/lib/audit/group-rules";
import { parseQuery } from "@/lib/audit/query-rules";
import type { AuditEntry } from "@/lib/audit/schema";
import { deviceName } from "@/lib/auth/device-words";

type Query = Record<string, string | string[] | undefined>;

type TrailProps = {
  list: { data: AuditEntry[]; next_cursor: string | null };
  query: Query;
  timeZone: string;
  operations: string[];
  several?: boolean;
  empty?: ReactNode;
};

/** A trail in the console: searched as people search their own, an entry opens from the page that it stands on. */
export function Trail({ list: { data, next_cursor }, query, timeZone, operations, several, empty }: TrailProps) {
  const { faults, terms } = parseQuery(asked(query));
  const entry = data.find(({ id }) => String(id) === query.entry);
  const folds = !several && !terms.some(({ key, not }) => key === "request" && !not);
  return (
    <>
      <AuditTable
        lines={folds ? foldEntries(data, next_cursor !== null) : data.map(asLine)}
        nextCursor={next_cursor}
        timeZone={timeZone}
        choices={{ actors: [], operations }}
        faults={faults}
        {...(entry && { openId: String(entry.id) })}
        {...(several && { several })}
        {...(empty !== undefined && { empty })}
      />
      {entry && (
        <EntrySheet entry={{ ...entry, names: {} }} client={deviceName(entry.agent ?? "")} timeZone={timeZone} />
      )}
    </>
  );
}

function asked({ q }: Query): string {
  return typeof q === "string" ? q : "";
}
