import { Check, CornerDownRight } from "lucide-react";
import type { ShellInvitation, ShellOrganization } from "@/components/shell/types";
import { Badge } from "@/components/ui/badge";
import { Kbd } from "@/components/ui/kbd";
import { OrganizationMark } from "@/components/ui/organization-mark";

export function SwitcherRow({ organization, position }: { organization: ShellOrganization; position: number }) {
  const { name, slug, logo, logoDark, tile, roleLabel, branch, requests, unread, current, inGroup } = organization;
  return (
    <>
      {inGroup && <CornerDownRight aria-hidden="true" className="ml-1 text-muted" />}
      <OrganizationMark name={name} slug={slug} src={logo} darkSrc={logoDark} tile={tile} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-muted text-xs">{branch ? `${roleLabel} · ${branch}` : roleLabel}</span>
      </span>
      {requests > 0 && <Badge tone="warning">{requests === 1 ? "1 request" : `${requests} requests`}</Badge>}
      {unread > 0 && !current && (
        <span className="min-w-5 rounded-full bg-danger-solid px-1 text-center font-medium text-on-danger text-xs leading-5 tabular-nums">
          {unread > 99 ? "99+" : unread}
          <span className="sr-only"> unread</span>
        </span>
      )}
      {current ? (
        <Check role="img" aria-label="Current" className="text-accent" />
      ) : (
        position < 10 && <Kbd className="max-sm:hidden">{`Alt ${position}`}</Kbd>
      )}
    </>
  );
}

export function InvitationsHeading({ count }: { count: number }) {
  return (
    <span className="flex items-center justify-between border-t px-2 pt-2.5 pb-1 text-muted text-xs">
      Invitations <Badge tone="info">{count}</Badge>
    </span>
  );
}

/** An organization that waits for an answer; taking it leads to where it is accepted. */
export function InvitedRow({ invitation }: { invitation: ShellInvitation }) {
  const { name, slug, roleLabel } = invitation;
  return (
    <>
      <OrganizationMark name={name} slug={slug} />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-muted text-xs">As {roleLabel}</span>
      </span>
      <Badge tone="info">Invited</Badge>
    </>
  );
}
