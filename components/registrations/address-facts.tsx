import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";

type AddressFactsProps = { email: string; verified: boolean; domainMatches: number; wrap?: boolean };

/** The address and what speaks for it. */
export function AddressFacts({ email, verified, domainMatches, wrap = false }: AddressFactsProps) {
  return (
    <span className={classNames("flex items-center gap-2", wrap && "flex-wrap")}>
      <span className={wrap ? "break-all" : "max-w-64 truncate"}>{email}</span>
      {verified ? <Badge tone="positive">Verified</Badge> : <Badge>Not verified</Badge>}
      {domainMatches > 0 && (
        <Badge tone="info">{domainMatches === 1 ? "1 colleague" : `${domainMatches} colleagues`}</Badge>
      )}
    </span>
  );
}
