import type { ShellNotice } from "@/components/shell/types";
import { groupNotices } from "@/lib/notices/rules";
import type { Notice } from "@/lib/notices/schema";

type Place = { organizationId: string; role: string };

/** Notices as the bell and the page show them: repeats as one line, with what can be done in place. */
export function shellNotices(notices: Notice[], place: Place): ShellNotice[] {
  return groupNotices(notices).map(({ title, lead, all, href }) => {
    const first = shellNotice(lead, place);
    if (all.length === 1) return first;
    const { request: _, body: __, ...line } = first;
    return { ...line, title, ...(href ? { href } : {}), items: all.map((each) => shellNotice(each, place)) };
  });
}

function shellNotice({ id, title, body, path, createdAt, readAt, request }: Notice, place: Place): ShellNotice {
  return {
    id,
    title,
    at: createdAt.toISOString(),
    read: readAt !== null,
    ...(body ? { body } : {}),
    ...(path ? { href: path } : {}),
    ...(request ? { request: { id: request.id, state: request.state, ...place } } : {}),
  };
}
