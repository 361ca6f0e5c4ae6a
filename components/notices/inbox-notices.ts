import type { ShellNotice } from "@/components/shell/types";
import { organizationLink } from "@/lib/hosts";
import type { InboxNotice } from "@/lib/notices/inbox";
import { groupNotices } from "@/lib/notices/rules";

type Place = { id: string; name: string; slug: string };

/** Notices of several organizations: each says whose it is and leads there, repeats of one stand as one line. */
export function inboxNotices(notices: InboxNotice[], organizations: Place[], rootUrl: URL): ShellNotice[] {
  const places = new Map(organizations.map((each) => [each.id, each]));
  return groupNotices(notices).flatMap(({ title, lead, all, href }): ShellNotice[] => {
    const place = places.get(lead.organizationId);
    if (!place) return [];
    const first = inboxNotice(lead, place, rootUrl);
    if (all.length === 1) return [first];
    const items = all.map((each) => inboxNotice(each, place, rootUrl));
    const { request: _, ...line } = first;
    return [{ ...line, title, body: place.name, href: organizationLink(rootUrl, place.slug, href ?? "/"), items }];
  });
}

function inboxNotice(
  { id, title, body, path, createdAt, readAt, request }: InboxNotice,
  place: Place,
  rootUrl: URL,
): ShellNotice {
  const deciding = (act: "approve" | "reject") =>
    organizationLink(rootUrl, place.slug, `/registrations?open=${request?.id}&decide=${act}&from=inbox`);
  return {
    id,
    title,
    body: body ? `${place.name} · ${body}` : place.name,
    href: organizationLink(rootUrl, place.slug, path ?? "/notifications"),
    at: createdAt.toISOString(),
    read: readAt !== null,
    ...(request && { request: { ...request, approve: deciding("approve"), reject: deciding("reject") } }),
  };
}
