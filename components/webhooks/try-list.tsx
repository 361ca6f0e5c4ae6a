import { RelativeTime } from "@/components/ui/relative-time";
import { StatusDot } from "@/components/ui/status-dot";
import { outcome } from "@/components/webhooks/delivery-state";
import type { DeliveryDetail } from "@/lib/webhooks/schema";

type TryListProps = { tries: DeliveryDetail["tries"]; timeZone: string };

/** Each try, the last one first, counted through: who sends it again has the count of the delivery begin anew. */
export function TryList({ tries, timeZone }: TryListProps) {
  if (tries.length === 0) return <p className="mt-6 text-muted">Not tried yet.</p>;
  return (
    <section className="mt-6">
      <h3 className="mb-1.5 font-medium">Tries</h3>
      <ol className="divide-y rounded-control border">
        {tries.toReversed().map(({ number, at, milliseconds, status, error, answer }, before) => (
          <li key={at.toString()} className="px-3 py-2">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <StatusDot
                tone={status !== null && status >= 200 && status < 300 ? "positive" : "danger"}
                label={`${tries.length - before}. ${outcome(status, error) ?? ""}${number === 1 && tries.length - before > 1 ? ", sent again" : ""}`}
              />
              <span className="text-muted text-table tabular-nums">
                {milliseconds} ms, <RelativeTime value={at} timeZone={timeZone} />
              </span>
            </div>
            {answer && (
              <pre className="mt-1.5 max-h-40 overflow-auto whitespace-pre-wrap break-all rounded-control bg-sunken px-2 py-1.5 font-mono text-xs">
                {answer}
              </pre>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
