/** `organizationId`: where notices of several stand in one list. */
type Grouped = { id: string; organizationId?: string; kind: string; title: string; readAt: Date | null };

/** Notices that stand as one line: the newest leads. One alone is a line too. */
export type NoticeLine<Notice> = { id: string; title: string; lead: Notice; all: Notice[]; href: string | undefined };

const groups: Record<string, { title: (count: number) => string; href: string }> = {
  "registration.waiting": { title: (count) => `${count} new requests`, href: "/registrations?sort=-created_at" },
  "registration.due": { title: (count) => `${count} requests need a decision`, href: "/registrations?sort=due_at" },
  "registration.escalated": {
    title: (count) => `${count} requests that nobody decided on`,
    href: "/registrations?sort=due_at",
  },
  member_joined: { title: (count) => `${count} people joined`, href: "/members?sort=-joined" },
};

/**
 * Repeats as one line: everything unread of a kind, and read ones of a kind that follow each other. The order stays that
 * of each line's newest.
 */
export function groupNotices<Notice extends Grouped>(notices: Notice[]): NoticeLine<Notice>[] {
  const lines: { kind: string; place: string | undefined; unread: boolean; all: Notice[] }[] = [];
  for (const notice of notices) {
    const unread = notice.readAt === null;
    const place = notice.organizationId;
    const same = (line: (typeof lines)[number] | undefined) =>
      line?.kind === notice.kind && line.place === place && line.unread === unread;
    const open = unread ? lines.find(same) : lines.slice(-1).find(same);
    if (open && Object.hasOwn(groups, notice.kind)) open.all.push(notice);
    else lines.push({ kind: notice.kind, place, unread, all: [notice] });
  }
  return lines.flatMap(({ kind, all }): NoticeLine<Notice>[] => {
    const [lead] = all;
    const group = all.length > 1 ? groups[kind] : undefined;
    return lead ? [{ id: lead.id, title: group?.title(all.length) ?? lead.title, lead, all, href: group?.href }] : [];
  });
}

/** What a bell shows, in short: a page that was drawn with another one is behind. */
export function bellState(newest: { id: string } | undefined, unread: number): string {
  return `${newest?.id ?? "none"}/${unread}`;
}
