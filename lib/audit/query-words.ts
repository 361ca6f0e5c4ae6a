/** What people type after `action:`, and what the trail calls it. Names with a dot are operations. */
export const actionWords: Record<string, { values: string[]; label: string }> = {
  created: { values: ["insert"], label: "Created" },
  changed: { values: ["update"], label: "Changed" },
  removed: { values: ["delete"], label: "Removed" },
  viewed: { values: ["view"], label: "Looked at by the platform" },
  exported: { values: ["exported"], label: "Exported" },
  downloaded: { values: ["downloaded"], label: "Downloaded an export" },
  refused: { values: ["refused"], label: "Refused" },
  asked: { values: ["asked"], label: "Asked for a permission" },
  signed_in: { values: ["sign_in"], label: "Signed in" },
  signed_out: { values: ["sign_out", "sign_out_everywhere", "end_session"], label: "Signed out" },
  failed: { values: ["failed"], label: "Failed to sign in" },
  released: { values: ["released"], label: "Let old entries go" },
  used: { values: ["used"], label: "Used a key" },
  suspended: { values: ["suspend"], label: "Suspended an organization" },
  restored: { values: ["restore"], label: "Restored an organization" },
  granted: { values: ["grant"], label: "Made a super admin" },
  withdrawn: { values: ["revoke"], label: "Withdrew a super admin" },
  plan: { values: ["plan", "plan_changed", "archive", "begin"], label: "Changed a plan" },
  retried: { values: ["retry"], label: "Tried a job again" },
  impersonated: { values: ["impersonate"], label: "Began to act as a member" },
  searched: { values: ["search"], label: "Searched all organizations" },
};

/** What people type after `via:`. */
export const viaWords: Record<string, { values: string[]; label: string }> = {
  person: { values: ["session", "account", "token"], label: "A person's session" },
  token: { values: ["token"], label: "An access token" },
  key: { values: ["key"], label: "An API key" },
  import: { values: ["import"], label: "An import" },
  berth: { values: ["job"], label: "Berth itself" },
  platform: { values: ["platform", "impersonation"], label: "The platform" },
  support: { values: ["impersonation"], label: "Support, as a member" },
  visitor: { values: ["none"], label: "A visitor" },
};

/** What people type after `record:`; anything else is an id or a name. */
export const recordTypes: Record<string, string> = {
  organization: "organizations",
  member: "memberships",
  role: "roles",
  request: "registration_requests",
  invitation: "invitations",
  key: "api_keys",
  session: "sessions",
  support: "impersonations",
  group: "group_links",
  ownership: "ownership_transfers",
  delegation: "delegations",
  order: "orders",
  shipment: "shipments",
  piece: "pieces",
  customer: "customers",
  address: "addresses",
  product: "products",
  parcel: "parcels",
  asset: "assets",
  branch: "branches",
  carrier: "carrier_connections",
  template: "templates",
  view: "saved_views",
  import: "imports",
  export: "audit_exports",
  operation: "operations",
  account: "users",
  job: "jobs",
};

export const qualifiers = {
  actor: "Who did it: a name, an address, an id, or me",
  action: "What happened: created, changed, refused … or an operation such as keys.create",
  record: "To what: a kind such as shipment, a name, or an id",
  created: "When: 2026-01-31, >=2026-01-01, 2026-01-01..2026-02-01",
  ip: "From which address: 192.0.2.7, or 192.0.2.*",
  via: "By means of: person, key, import, berth, platform, support",
  request: "Everything of one request, by its id",
} as const;

export type Qualifier = keyof typeof qualifiers;

/** The known word that is spelled most alike, where one is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: [string, number] | undefined;
  for (const one of known) {
    const far = distance(word.toLowerCase(), one);
    if (far <= Math.max(1, Math.floor(one.length / 3)) && (!best || far < best[1])) best = [one, far];
  }
  return best?.[0];
}

/** Levenshtein's. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1)
      next.push(
        Math.min(
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
