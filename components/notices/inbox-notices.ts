import type { ShellNotice } from "@/components/shell/types";
import { organizationLink } from "@/lib/hosts";
import type { InboxNotice } from "@/lib/notices/inbox";

type Place = { id: string; name: string; slug: string };

/** Notices of several organizations for the bell: each says whose it is, and leads there. */
export function inboxNotices(notices: InboxNotice[], organizations: Place[], rootUrl: URL): ShellNotice[] {
  const places = new Map(organizations.map((each) => [each.id, each]));
  return notices.flatMap(({ id, title, body, path, organizationId, createdAt, readAt }): ShellNotice[] => {
    const place = places.get(organizationId);
    if (!place) return [];
    return [
      {
        id,
        title,
        body: body ? `${place.name} · ${body}` : place.name,
        href: organizationLink(rootUrl, place.slug, path ?? "/notifications"),
        at: createdAt.toISOString(),
        read: readAt !== null,
      },
    ];
  });
}
