import { type AnyOperation, type Limit, permissionOf } from "@/lib/access/operation";
import type { Permission } from "@/lib/access/permissions";
import { scopeOf } from "@/lib/keys/scope-schema";
import { resources } from "@/lib/resources";
import type { JsonSchema } from "./json-schema";
import { repeats } from "./openapi-headers";
import { routes } from "./routes";

export const introduction = `Everything that the pages do, for programs.

**Who asks.** A key is its organization: \`Authorization: Token key_…\`. An access token of \`POST /api/token\` acts for a person: \`Authorization: Bearer …\`, with \`X-Org-Id\` for one organization of theirs.

**Test and live.** A record is a test record or a live one, for good. A \`key_test_…\` works with test records; for an access token \`X-Test-Mode: true\` chooses them. An answer says its mode in \`X-Test-Mode\`. Numbers and names are taken in each mode by itself, events and webhooks tell of their own mode, and people, roles, branches and settings are the same in both.

**Answers.** JSON with names in \`snake_case\` and prefixed ids. Every answer carries \`X-Request-Id\`; one made for an organization carries \`X-Org-Id\` and \`X-Org-Source\`. A record of another organization answers as one that never was.

**Lists** come in pages: \`limit\`, \`cursor\`, \`sort\` and filters by name; \`next_cursor\` is null on the last one.

**Writes** take an \`Idempotency-Key\`, so that they can be sent again safely, and \`If-Match\` where several people may edit the same.

**Limits.** Calls are counted per credential and per organization; \`RateLimit\` says what is left, and 429 carries \`Retry-After\`.`;

const tagWords: Record<string, string> = {
  access: "Why somebody may do something or not, and who can change that.",
  account: "A person's own account, by their access token or signed in at the main address.",
  activity: "What was done here, day by day.",
  audit: "The audit trail, which nobody can alter.",
  delegations: "Rights that are lent for a time, and people who stand in.",
  "event-types": "What can happen, with samples.",
  events: "What happened to records, in the order in which it was committed.",
  exports: "Lists as CSV.",
  group: "The group of organizations that this one belongs to or heads.",
  imports: "Records from CSV files: checked first, then written in the background.",
  invitations: "Invitations by link and by code.",
  keys: "API keys.",
  look: "Logo, colour, and who may see them.",
  me: "Who the credential is, and what it may do.",
  members: "People of the organization.",
  notices: "What the acting person is told, and how.",
  organization: "The organization itself.",
  organizations: "Founding organizations.",
  overview: "Figures of the first page.",
  ownership: "Who owns the organization, and handing it on.",
  platform: "For servers of the installation: organizations and the people invited into them.",
  preferences: "How dates, times and money are written, and what new work begins with.",
  registrations: "Requests to join.",
  roles: "Roles and what they hold.",
  "role-ladder": "The strict ladder of roles.",
  search: "Search over all kinds of records.",
  settings: "Settings of the organization.",
  setup: "First contact.",
  shipments: "Shipments with their parcels and history.",
  "support-sessions": "Super admins who act as a member.",
  tokens: "Access and refresh tokens of programs that act for a person.",
  usage: "Members, shipments, orders and what they cost, by day.",
  views: "Saved views of lists.",
  "workspace-config": "The workspace configuration.",
};

export function tagsOf(names: string[]) {
  const all = [...new Set([...names, "exports", "imports"])].sort();
  return all.map((name) => ({ name, description: tagWords[name] ?? aboutResource(name) }));
}

function aboutResource(tag: string): string {
  const known = resources.find(({ path }) => path === `/${tag}`)?.words.about;
  const first = routes.find(({ path }) => path.split("/")[1] === tag);
  return known ?? `${first?.operation.summary ?? tag}, and what belongs to it.`;
}

/** What is special about an operation, in sentences. */
export function aboutOperation(operation: AnyOperation): string {
  const { summary, changes, limits = [] } = operation;
  const sentences = [
    `${summary}.`,
    permissionWords(operation),
    operation.fresh
      ? "May want a fresh proof of the acting person: send `password`, or `factor_code` where they have a second factor."
      : "",
    repeats(operation) ? "Takes an `Idempotency-Key`." : "",
    changes?.shownBy.rest ? `Takes the ETag of \`GET ${changes.shownBy.rest.path}\` as \`If-Match\`.` : "",
    ...limits.filter(({ from }: Limit) => !from).map(limitWords),
  ];
  return sentences.filter(Boolean).join(" ");
}

function permissionWords(operation: AnyOperation): string {
  if (operation.scope === "account") return "Acts on the account of the person who asks.";
  if (operation.scope === "platform")
    return `Needs a server's credential with the scope \`${permissionOf(operation)?.replace("server.", "")}\`.`;
  const permission = permissionOf(operation) as Permission | null; // an organization's operation names one of them
  if (!permission) return "";
  const scope = scopeOf(permission);
  const keys = scope ? `, which a key has with the scope \`${scope.resource}: ${scope.level}\`` : "";
  return `Needs the permission \`${permission}\`${keys}.`;
}

const counted: Record<Limit["by"], string> = {
  network: "network",
  person: "person or key",
  organization: "organization",
  subject: "receiver",
  "subject+network": "receiver and network",
  "subject+device": "receiver and device",
  group: "group",
};

function limitWords({ by, points, seconds }: Limit): string {
  const time = seconds % 3600 === 0 ? `${seconds / 3600} hours` : `${Math.round(seconds / 60)} minutes`;
  return `At most ${points} in ${time} for each ${counted[by]}.`;
}

const fieldWords: Record<string, string> = {
  active: "`yes`: those in use; `no`: the others.",
  after: "What comes after this one, in its order.",
  archived: "`yes`: archived ones; `no`: the others.",
  by: "Calls of this key or person.",
  cursor: "`next_cursor` of the page before. It belongs to this list, its order and its filters.",
  due: "How soon somebody has to decide; several with commas.",
  entity: "Calls that touched the record with this id.",
  errors: "`only`: calls that were refused or failed.",
  from: "From this day on, in the organization's time zone.",
  id: "The record's id.",
  ids: "Only the records with these ids; several with commas.",
  key: "The role's key.",
  limit: "How many a page holds, 100 at most.",
  list: "The list that is meant.",
  mode: "Test records or live ones.",
  q: "Words to look for.",
  record: "What concerns the record with this id.",
  request: "The call with this request id.",
  session: "The session's id.",
  show: "Which of them.",
  sort: "The order; with a minus in front, descending.",
  to: "Up to this day and with it, in the organization's time zone.",
  tracked: "`yes`: those with a tracking number; `no`: those without.",
  via: "By which door it was done; several with commas.",
  view: "Which of them.",
};

export function describeField(name: string, schema: JsonSchema, place: "path" | "query"): string {
  const { description } = schema;
  if (typeof description === "string") return description;
  const words = name.replaceAll("_", " ");
  if (fieldWords[name]) return fieldWords[name];
  if (place === "path") return `The ${words}.`;
  const what = words.replace(/ id$/, "");
  return schema.type === "array" ? `Only those with this ${what}; several with commas.` : `The ${what} that is meant.`;
}
