import { AgreeDialog } from "@/components/groups/agree-dialog";
import { EndLink } from "@/components/groups/end-link";
import type { Choice } from "@/components/groups/share-fields";
import { Card } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Group } from "@/lib/groups/schema";

type Place = { organizationId: string; mayManage: boolean };

/** Others that want this organization in their group. */
export function AskedUs({ requests, roles, ...place }: Place & { requests: Group["asked_us"]; roles: Choice[] }) {
  return requests.map(({ id, name, note, by, at }) => (
    <Card
      key={id}
      title={`${name} asks you to join its group`}
      description={
        <>
          {by} asked <RelativeTime value={at} />
          {note && <span className="block text-text">“{note}”</span>}
        </>
      }
    >
      {place.mayManage ? (
        <div className="flex flex-wrap gap-2">
          <AgreeDialog organizationId={place.organizationId} head={name} roles={roles} request={id} />
          <EndLink id={id} organizationId={place.organizationId} label="Decline" title={`Decline ${name}?`}>
            Nothing is shared. {name} is told that you declined, and can ask again.
          </EndLink>
        </div>
      ) : (
        <p className="text-muted">Owners and admins decide on it.</p>
      )}
    </Card>
  ));
}

/** Requests of this organization that nobody answered. */
export function Asked({ requests, organizationId, mayManage }: Place & { requests: Group["asked"] }) {
  return (
    <ul className="divide-y">
      {requests.map(({ id, slug, by, at }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0"
        >
          <span className="min-w-0">
            <span className="block truncate font-medium">{slug}</span>
            <span className="text-muted text-table">
              {by} asked <RelativeTime value={at} />
            </span>
          </span>
          {mayManage && (
            <EndLink
              id={id}
              organizationId={organizationId}
              label="Withdraw"
              title={`Withdraw the request to ${slug}?`}
            >
              It cannot be accepted any more. You can ask again.
            </EndLink>
          )}
        </li>
      ))}
    </ul>
  );
}
