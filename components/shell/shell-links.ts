import type { ShellInvitation, ShellLinks, ShellOrganization } from "@/components/shell/types";
import { brandValue, tileColour } from "@/lib/colour";
import { organizationLink, rootLink } from "@/lib/hosts";
import { logosOf } from "@/lib/look/rules";

/** Accounts live on the root host, so these are absolute everywhere. */
export function shellLinks(rootUrl: URL, notifications: string): ShellLinks {
  const root = (path: string) => rootLink(rootUrl, path);
  return {
    account: root("/account"),
    security: root("/account/security"),
    organizations: root("/organizations"),
    createOrganization: root("/organizations/new"),
    joinByCode: root("/join"),
    console: root("/console"),
    notifications,
    inbox: root("/notifications"),
  };
}

type Mine = {
  id: string;
  name: string;
  slug: string;
  roleKey: string;
  roleName: string;
  requests: number;
  unread: number | null;
  accent: string | null;
  logoFile: string | null;
  logoDarkFile: string | null;
  parentId: string | null;
};

export function shellOrganization(rootUrl: URL, mine: Mine, currentId?: string): ShellOrganization {
  return {
    id: mine.id,
    name: mine.name,
    slug: mine.slug,
    href: organizationLink(rootUrl, mine.slug, "/"),
    role: mine.roleKey,
    roleLabel: mine.roleName,
    requests: mine.requests,
    unread: mine.unread ?? 0,
    current: mine.id === currentId,
    ...(mine.parentId ? { inGroup: true } : {}),
    ...(mine.accent ? { tile: tileColour(mine.accent), brand: brandValue(mine.accent) } : {}),
    ...logosOf(mine),
  };
}

type Invitation = { id: string; organization: string; slug: string; role: string };

export function shellInvitation(rootUrl: URL, { id, organization, slug, role }: Invitation): ShellInvitation {
  const href = rootLink(rootUrl, `/join?${new URLSearchParams({ invitation: id })}`);
  return { id, name: organization, slug, roleLabel: role, href };
}
