import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { StatusResults } from "@/lib/shipments/schema";

type StatusResultListProps = { results: StatusResults; onDismiss: () => void };

/** What became of each, until it is put away; those that stayed come first. */
export function StatusResultList({ results, onDismiss }: StatusResultListProps) {
  const done = results.filter((result) => result.done).length;
  const stayed = results.length - done;
  const sorted = [...results].sort((a, b) => Number(a.done) - Number(b.done));
  return (
    <Callout
      className="mb-4"
      tone={stayed > 0 ? "warning" : "positive"}
      title={title(done, stayed)}
      actions={
        <Button size="sm" variant="ghost" onClick={onDismiss}>
          Put away
        </Button>
      }
    >
      <ul className="mt-1 max-h-48 space-y-0.5 overflow-y-auto">
        {sorted.map(({ id, reference, message }) => (
          <li key={id}>
            <span className="font-medium font-mono">{reference || "Not found"}</span>: {message}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function title(done: number, stayed: number): string {
  const changed = done === 1 ? "1 shipment changed" : `${done} shipments changed`;
  if (stayed === 0) return changed;
  return `${done === 0 ? "No shipment changed" : changed}, ${stayed} stayed as ${stayed === 1 ? "it was" : "they were"}`;
}
