/** What may differ from the wall's rules, and why. An entry that is no longer needed is itself a violation. */
export type Exemption = { rule: string; subject: string; reason: string };

export const exemptions: Exemption[] = [
  { rule: "tenant-column", subject: "public.users", reason: "people are global; the fence is their own id" },
  { rule: "tenant-column", subject: "public.organizations", reason: "the organization itself; the fence is its id" },
  { rule: "tenant-column", subject: "public.limits", reason: "hashed counters of tries, no tenant data" },
  { rule: "row-security", subject: "public.limits", reason: "hashed counters of tries, no tenant data" },
  { rule: "fence", subject: "public.limits", reason: "hashed counters of tries, no tenant data" },
  { rule: "audit-trigger", subject: "public.limits", reason: "DESIGN 4 names limits as exempt" },
  { rule: "audit-trigger", subject: "public.notices", reason: "DESIGN 4 names notifications as exempt" },
  {
    rule: "audit-trigger",
    subject: "public.import_faults",
    reason: "copies of a file's own rows; the import itself is on the record",
  },
  { rule: "audit-trigger", subject: "public.webhook_deliveries", reason: "DESIGN 4 names deliveries as exempt" },
  { rule: "audit-trigger", subject: "public.webhook_attempts", reason: "DESIGN 4 names deliveries as exempt" },
  { rule: "audit-trigger", subject: "public.events", reason: "tells of changes that are on the record themselves" },
  {
    rule: "audit-trigger",
    subject: "public.api_calls",
    reason: "the log of calls; what a call changed is on the record itself",
  },
  { rule: "audit-trigger", subject: "public.usage_days", reason: "sums of what is written down elsewhere" },
  { rule: "audit-trigger", subject: "public.record_days", reason: "sums of records, which have entries of their own" },
  { rule: "primary-key", subject: "public.usage_days", reason: "a day of an organization is known by its date" },
  { rule: "audit-trigger", subject: "public.audit_words", reason: "words of audit entries themselves" },
  {
    rule: "index-led",
    subject: "audit.entries_by_transaction",
    reason:
      "the sealer takes what is new over all organizations; the application cannot use a BRIN index of the guard's column",
  },
  {
    rule: "primary-key",
    subject: "public.role_inheritance",
    reason: "a link table; its key is organization, role, inherited role",
  },
  { rule: "index-led", subject: "public.memberships_by_user", reason: "the switcher lists one person's organizations" },
  {
    rule: "index-led",
    subject: "public.registration_requests_by_email",
    reason: "a person's own requests over all organizations",
  },
  {
    rule: "index-led",
    subject: "public.registration_requests_due",
    reason: "the sweep looks for due requests over all organizations",
  },
  {
    rule: "foreign-key",
    subject: "public.organizations/organizations_default_role",
    reason: "led by the organization's own id; both are reference tables on a sharded database",
  },
  // No event tells of them.
  {
    rule: "event-trigger",
    subject: "public.users",
    reason: "people are the platform's; their names reach organizations as members",
  },
  { rule: "event-trigger", subject: "public.role_inheritance", reason: "part of a role" },
  { rule: "event-trigger", subject: "public.membership_branches", reason: "part of a member" },
  { rule: "event-trigger", subject: "public.shipment_parcels", reason: "part of a shipment" },
  {
    rule: "event-trigger",
    subject: "public.shipment_events",
    reason: "the steps of a shipment, which are events themselves",
  },
  { rule: "event-trigger", subject: "public.order_lines", reason: "part of an order" },
  { rule: "event-trigger", subject: "public.saved_views", reason: "what a person keeps for themselves" },
  { rule: "event-trigger", subject: "public.audit_exports", reason: "a person's own file" },
  { rule: "event-trigger", subject: "public.imports", reason: "a person's own file; its rows are records" },
  { rule: "event-trigger", subject: "public.notice_preferences", reason: "what a person wants to be told" },
  { rule: "event-trigger", subject: "public.delegations", reason: "lent for days between two people, who are told" },
  { rule: "event-trigger", subject: "guard.super_admins", reason: "the platform's own" },
  { rule: "event-trigger", subject: "guard.sessions", reason: "sign-ins are no records" },
  {
    rule: "event-trigger",
    subject: "guard.group_links",
    reason: "what two organizations agreed on; programs of either do not follow the other",
  },
  {
    rule: "event-trigger",
    subject: "guard.webhook_endpoints",
    reason: "what programs are told by; not what they are told of",
  },
  { rule: "event-trigger", subject: "guard.impersonations", reason: "told to its people, and as a visit of the trail" },
];
