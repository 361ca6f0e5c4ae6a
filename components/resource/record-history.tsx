import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Timeline } from "@/components/ui/timeline";
import type { RecordHistory as Entries } from "@/lib/resource/output";

const verbs = { insert: "Created", update: "Changed", delete: "Removed" };

/** What the audit trail holds about the record, newest on top. */
export function RecordHistory({ entries, timeZone }: { entries: Entries; timeZone: string }) {
  if (entries.length === 0)
    return (
      <EmptyState icon="audit" title="Nothing on the record yet" className="py-6">
        Changes are written here, by whom and when.
      </EmptyState>
    );
  return (
    <Timeline
      items={entries.map(({ id, at, actor, action, changes }) => ({
        id,
        title: verbs[action],
        time: <RelativeTime value={at} timeZone={timeZone} />,
        body: (
          <>
            {changes.length > 0 && (
              <ul className="text-table">
                {changes.map(({ field, before, after }) => (
                  <li key={field} className="break-words">
                    {field}: <span className="line-through">{before ?? "nothing"}</span> to{" "}
                    <span className="text-text">{after ?? "nothing"}</span>
                  </li>
                ))}
              </ul>
            )}
            <p className="text-table">{actor}</p>
          </>
        ),
      }))}
    />
  );
}
