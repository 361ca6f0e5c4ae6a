import { ShieldAlert, ShieldCheck } from "lucide-react";
import { RelativeTime } from "@/components/ui/relative-time";

type ProofMarkProps = { proof: { verifiedTo: Date | null; broken: boolean }; timeZone: string };

/** How far the chain of seals was computed anew and found whole. */
export function ProofMark({ proof: { verifiedTo, broken }, timeZone }: ProofMarkProps) {
  if (broken)
    return (
      <p role="alert" className="inline-flex items-center gap-1.5 font-medium text-danger text-table">
        <ShieldAlert aria-hidden="true" className="size-4" />
        Entries were tampered with. Tell whoever runs this installation.
      </p>
    );
  if (!verifiedTo) return <p className="text-muted text-table">Not verified yet</p>;
  return (
    <p className="inline-flex items-center gap-1.5 text-muted text-table">
      <ShieldCheck aria-hidden="true" className="size-4 text-positive" />
      <span>
        Verified to <RelativeTime value={verifiedTo} timeZone={timeZone} />
      </span>
    </p>
  );
}
