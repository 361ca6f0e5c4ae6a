import { EntryChanges } from "@/components/audit/entry-changes";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextLink } from "@/components/ui/text-link";
import { Timeline } from "@/components/ui/timeline";
import { differences } from "@/lib/audit/changes";
import { actorParts, entryWords } from "@/lib/audit/words";
import type { SettingsChange } from "@/lib/settings/history-schema";

type SettingsHistoryProps = { changes: SettingsChange[]; older: string | null; timeZone: string };

/** Who changed which setting, from what to what. */
export function SettingsHistory({ changes, older, timeZone }: SettingsHistoryProps) {
  if (changes.length === 0)
    return (
      <EmptyState icon="settings" title="Nothing was changed yet">
        Every change of a setting appears here: who, when, from what to what.
      </EmptyState>
    );
  return (
    <>
      <Timeline
        items={changes.map((change) => ({
          id: String(change.id),
          title: `${actorParts(change.actor).name}: ${wordsOf(change)}`,
          time: <RelativeTime value={change.at} timeZone={timeZone} />,
          body: <Changes change={change} timeZone={timeZone} />,
        }))}
      />
      {older && (
        <p className="mt-6">
          <TextLink href={`/settings/history?cursor=${encodeURIComponent(older)}`}>Older changes</TextLink>
        </p>
      )}
    </>
  );
}

/** The name of a logo's file says nothing to people; that there is a new one stands in the title. */
function Changes({ change, timeZone }: { change: SettingsChange; timeZone: string }) {
  const shown = differences(change).filter(({ field }) => field !== "Logo file");
  return shown.length > 0 && <EntryChanges changes={shown} timeZone={timeZone} />;
}

function wordsOf(change: SettingsChange): string {
  const words = entryWords({ ...change, action: "update", record_type: "organizations" });
  return words.charAt(0).toLowerCase() + words.slice(1);
}
