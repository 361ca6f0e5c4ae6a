/** The groups of the reference, in the order in which one comes to need them. */
const parts = [
  {
    title: "People",
    groups: [
      "members",
      "registrations",
      "invitations",
      "roles",
      "role-ladder",
      "branches",
      "access",
      "delegations",
      "ownership",
      "group",
      "support-sessions",
    ],
  },
  {
    title: "Shipping and orders",
    groups: [
      "shipments",
      "orders",
      "customers",
      "addresses",
      "products",
      "parcels",
      "pieces",
      "assets",
      "carrier-connections",
      "templates",
      "search",
      "imports",
      "exports",
      "views",
    ],
  },
  {
    title: "Programs",
    groups: ["keys", "webhooks", "deliveries", "events", "event-types", "logs", "usage", "test-data"],
  },
  {
    title: "Organization",
    groups: [
      "organization",
      "settings",
      "workspace-config",
      "preferences",
      "look",
      "plan",
      "audit",
      "activity",
      "overview",
    ],
  },
  {
    title: "Person",
    groups: ["me", "tokens", "account", "notices", "organizations", "setup"],
  },
  { title: "Installation", groups: ["platform"] },
] as const;

export type ReferencePart = { title: string; groups: string[] };

/** All groups that there are, under their headings; one that nobody has placed yet stands with the organization's. */
export function inParts(groups: string[]): ReferencePart[] {
  const placed = new Set<string>(parts.flatMap((part) => [...part.groups]));
  const others = groups.filter((group) => !placed.has(group));
  return parts
    .map(({ title, groups: own }) => {
      const here = own.filter((group) => groups.includes(group));
      return { title, groups: title === "Organization" ? [...here, ...others] : here };
    })
    .filter((part) => part.groups.length > 0);
}
