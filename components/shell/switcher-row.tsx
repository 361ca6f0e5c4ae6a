import { Check } from "lucide-react";
import type { ShellOrganization } from "@/components/shell/types";
import { Badge } from "@/components/ui/badge";
import { Kbd } from "@/components/ui/kbd";
import { OrganizationMark } from "@/components/ui/organization-mark";

export function SwitcherRow({ organization, position }: { organization: ShellOrganization; position: number }) {
  const { name, slug, logo, accent, roleLabel, branch, requests, invitations, current } = organization;
  return (
    <>
      <OrganizationMark name={name} slug={slug} src={logo} accent={accent} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-muted text-xs">{branch ? `${roleLabel} · ${branch}` : roleLabel}</span>
      </span>
      {requests > 0 && <Badge tone="warning">{requests === 1 ? "1 request" : `${requests} requests`}</Badge>}
      {invitations > 0 && <Badge tone="info">Invited</Badge>}
      {current ? (
        <Check role="img" aria-label="Current" className="text-accent" />
      ) : (
        position < 10 && <Kbd className="max-sm:hidden">{`Alt ${position}`}</Kbd>
      )}
    </>
  );
}
