/** The policy that keeps test records and live ones apart, as the catalogue prints it. */
export const modePolicy =
  "(((num_nonnulls(pg_current_xact_id_if_assigned()) <> 1) AND (NOT test_mode)) OR ((num_nonnulls(pg_current_xact_id_if_assigned()) = 1) AND (test_mode = guard.test_mode())))";

/** Tables that are the same in both modes, and why. Every other one says of each row whether it is a test. */
export const inBothModes: Record<string, string> = {
  users: "people",
  organizations: "the organization itself, and its settings",
  memberships: "people belong to the organization, whichever records they work with",
  roles: "what people may do",
  role_inheritance: "what people may do",
  branches: "places; records of both modes name them",
  membership_branches: "who is where",
  delegations: "lent between people",
  registration_requests: "people who want to belong",
  ownership_transfers: "between people",
  notices: "told to people",
  notice_preferences: "what a person wants to be told",
  saved_views: "filters without records",
  limits: "hashed counters of tries",
  audit_exports: "files of the trail",
  audit_words: "found through the entries that they belong to",
  usage_days: "sums of the organization",
};
