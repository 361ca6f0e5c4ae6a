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
];
