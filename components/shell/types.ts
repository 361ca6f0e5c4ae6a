import type { IconName } from "@/components/ui/icon";

export type ShellOrganization = {
  id: string;
  name: string;
  slug: string;
  /** The organization's own address, without a path. */
  href: string;
  role: string;
  roleLabel: string;
  requests: number;
  /** Notices. */
  unread: number;
  current: boolean;
  logo?: string;
  logoDark?: string;
  /** The ground of its letters, and the value of `--brand`. */
  tile?: string;
  brand?: string;
  branch?: string;
  /** It stands under the head of its group. */
  inGroup?: boolean;
};

/** An organization that waits for an answer to its invitation. `href`: where it is accepted. */
export type ShellInvitation = { id: string; name: string; slug: string; roleLabel: string; href: string };

export type ShellUser = { id: string; name: string; email: string; superAdmin: boolean };

export type NavGroup = "Work" | "People" | "Developers" | "Organization";

/** `lacking`: the plan does not include it; by the name of one that does, or null. What there is stays readable. */
export type ShellNavItem = {
  href: string;
  label: string;
  icon: IconName;
  group: NavGroup;
  count?: number;
  lacking?: string | null;
};

type RequestKnown = { id: string; state: "pending" | "approved" | "rejected" };

/** Of the organization whose page this is: decided here. Of another one: where its queue asks what to decide. */
export type ShellRequest = RequestKnown &
  ({ organizationId: string; role: string } | { approve: string; reject: string });

export type ShellNotice = {
  id: string;
  title: string;
  body?: string;
  href?: string;
  at: string;
  read: boolean;
  /** The request that it is about, for somebody who may decide on it here. */
  request?: ShellRequest;
  /** Repeats that stand behind this one line. */
  items?: ShellNotice[];
};

/** An act in the palette. A page already stands there through the navigation. */
export type ShellCommand = { id: string; label: string; href: string; icon?: IconName; hint?: string };

/** A record found by the palette. */
export type ShellHit = { id: string; label: string; detail?: string; href: string; icon?: IconName };

export type SearchRecords = (query: string, signal: AbortSignal) => Promise<ShellHit[]>;

/** Where the shell's own links lead; absolute on an organization's host, since accounts live on the root. */
export type ShellLinks = {
  account: string;
  security: string;
  organizations: string;
  createOrganization: string;
  joinByCode: string;
  notifications: string;
  /** The notifications of all my organizations. */
  inbox: string;
  manage?: string;
  console?: string;
  docs?: string;
};

export type FormAction = (form: FormData) => void | Promise<void>;

export type Impersonation = {
  name: string;
  organization: string;
  organizationId: string;
  raised: boolean;
  /** By the server's clock. */
  secondsLeft: number;
  /** How the super admin proves who they are. */
  proof: "password" | "factor" | "provider";
  stop: FormAction;
};

export type ShellBase = {
  user: ShellUser;
  organizations: ShellOrganization[];
  invitations?: ShellInvitation[];
  nav: ShellNavItem[];
  notices: ShellNotice[];
  unread: number;
  links: ShellLinks;
  /** The sidebar shows icons only, as this browser chose. */
  narrow: boolean;
  signOut: FormAction;
  markNoticesRead?: FormAction;
  commands?: ShellCommand[];
  search?: SearchRecords;
  timeZone?: string;
};
