import { Callout } from "@/components/ui/callout";

/** Why other days are shown than the address asks for. */
export function RangeFault({ fault }: { fault: string | undefined }) {
  if (!fault) return null;
  return (
    <div className="mb-5">
      <Callout tone="warning" title={fault}>
        The last 30 days are shown.
      </Callout>
    </div>
  );
}
