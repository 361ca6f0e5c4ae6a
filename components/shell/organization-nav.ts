import type { ShellCommand, ShellNavItem } from "@/components/shell/types";
import type { Permission } from "@/lib/access/permissions";
import type { WithheldHere } from "@/lib/plans/schema";
import type { FeatureName } from "@/lib/plans/words";

/** `too`: a second permission that its page cannot do without; `feature`: what a plan may withhold of it. */
export type Place = ShellNavItem & { needs: Permission; too?: Permission; feature?: FeatureName };
type Act = ShellCommand & { needs: Permission };

/** Only what waits for a decision or an act is counted. */
type Waiting = { requests?: number | undefined };

function places(waiting: Waiting, records: Place[]): Place[] {
  return [
    { href: "/", label: "Overview", icon: "overview", group: "Work", needs: "organization.view" },
    { href: "/shipments", label: "Shipments", icon: "shipment", group: "Work", needs: "shipments.view" },
    ...records.filter(({ group }) => group === "Work"),
    { href: "/members", label: "Members", icon: "member", group: "People", needs: "members.view" },
    {
      href: "/registrations",
      label: "Registrations",
      icon: "registration",
      group: "People",
      needs: "registrations.view",
      count: waiting.requests ?? 0,
    },
    {
      href: "/activity",
      label: "Activity",
      icon: "activity",
      group: "People",
      needs: "activity.view",
      too: "members.view",
    },
    { href: "/invitations", label: "Invitations", icon: "invitation", group: "People", needs: "invitations.view" },
    { href: "/roles", label: "Roles", icon: "role", group: "People", needs: "roles.view" },
    ...records.filter(({ group }) => group !== "Work"),
    { href: "/api-keys", label: "API keys", icon: "key", group: "Developers", needs: "keys.view", feature: "api" },
    {
      href: "/webhooks",
      label: "Webhooks",
      icon: "webhook",
      group: "Developers",
      needs: "webhooks.view",
      feature: "webhooks",
    },
    { href: "/events", label: "Events", icon: "event", group: "Developers", needs: "events.view" },
    { href: "/logs", label: "Logs", icon: "terminal", group: "Developers", needs: "logs.view" },
    { href: "/graphiql", label: "GraphQL", icon: "network", group: "Developers", needs: "keys.view" },
    { href: "/audit", label: "Audit", icon: "audit", group: "Organization", needs: "audit.view" },
    { href: "/usage", label: "Usage", icon: "chart", group: "Organization", needs: "usage.view" },
    {
      href: "/group",
      label: "Group",
      icon: "organization",
      group: "Organization",
      needs: "settings.view",
      feature: "groups",
    },
    { href: "/settings", label: "Settings", icon: "settings", group: "Organization", needs: "settings.view" },
  ];
}

const acts: Act[] = [
  { id: "shipment", label: "Create a shipment", href: "/shipments/new", icon: "shipment", needs: "shipments.create" },
  { id: "invite", label: "Invite people", href: "/invitations", icon: "invitation", needs: "members.invite" },
  {
    id: "decide",
    label: "Decide on requests",
    href: "/registrations",
    icon: "registration",
    needs: "registrations.decide",
  },
  { id: "look", label: "Change logo and colour", href: "/settings/look", icon: "settings", needs: "branding.manage" },
  {
    id: "preferences",
    label: "Change preferences",
    href: "/settings/preferences",
    icon: "settings",
    needs: "settings.manage",
  },
  {
    id: "shipping",
    label: "Change shipping settings",
    href: "/settings/shipping",
    icon: "settings",
    needs: "settings.manage",
  },
  {
    id: "settings-history",
    label: "See who changed settings",
    href: "/settings/history",
    icon: "audit",
    needs: "settings.view",
  },
  { id: "rights", label: "See your rights", href: "/access", icon: "security", needs: "organization.view" },
  { id: "role", label: "Make a role", href: "/roles/new", icon: "role", needs: "roles.manage" },
  { id: "webhook", label: "Add a webhook", href: "/webhooks", icon: "webhook", needs: "webhooks.manage" },
  { id: "key", label: "Create an API key", href: "/api-keys", icon: "key", needs: "keys.manage" },
];

type Shown = { waiting: Waiting; records?: Place[]; plan: WithheldHere };

/** `records`: the places of declared records. A place that the plan withholds stays, marked with a plan that has it. */
export function organizationNav(held: readonly Permission[], { waiting, records = [], plan }: Shown): ShellNavItem[] {
  return allowed(places(waiting, records), held).map(({ feature, ...item }) =>
    feature && plan.withheld.includes(feature) ? { ...item, lacking: plan.offered[feature]?.[0] ?? null } : item,
  );
}

export function organizationCommands(held: readonly Permission[]): ShellCommand[] {
  return allowed(acts, held);
}

function allowed<Entry extends { needs: Permission; too?: Permission }>(entries: Entry[], held: readonly Permission[]) {
  return entries
    .filter(({ needs, too = needs }) => held.includes(needs) && held.includes(too))
    .map(({ needs: _, too: __, ...entry }) => entry);
}
