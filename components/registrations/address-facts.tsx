import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";

type AddressFactsProps = { email: string; verified: boolean; domainMatches: number; wrap?: boolean };

/** The address and what speaks for it. */
export function AddressFacts({ email, verified, domainMatches, wrap = false }: AddressFactsProps) {
  return (
    <span className={classNames("flex flex-wrap items-center gap-x-2 gap-y-1", !wrap && "sm:flex-nowrap")}>
      <span className={wrap ? "break-all" : "max-w-64 truncate max-sm:max-w-full"}>{email}</span>
      {verified ? <Badge tone="positive">Verified</Badge> : <Badge>Not verified</Badge>}
      {domainMatches > 0 && (
        <Badge tone="info">{domainMatches === 1 ? "1 colleague" : `${domainMatches} colleagues`}</Badge>
      )}
    </span>
  );
}
