import { builtInRoleName } from "@/lib/access/roles";
import { actorParts } from "@/lib/audit/words";
import type { Entry } from "./repository";

/** What one request did, as a person would say it. */
export type Happening = { id: string; actor: string; did: string; at: Date; changes: number };

const did: Record<string, string> = {
  "organization.set_up": "founded the organization",
  "organization.found": "founded the organization",
  "organization.delete": "deleted the organization",
  "overview.dismiss_step": "put a set-up step aside",
  "keys.rotate": "rotated an API key",
  "keys.regenerate": "rotated an API key",
  "ownership.accept": "accepted the ownership",
  "ownership.cancel": "withdrew the offer of ownership",
  "ownership.decline": "declined the ownership",
  "ownership.offer": "offered the ownership",
  "settings.change_address": "changed the address",
  "settings.update_roles": "changed the settings of roles",
  "webhooks.enable": "enabled a webhook",
  "webhooks.disable": "disabled a webhook",
  "webhooks.rotate": "rotated the secret of a webhook",
  "webhooks.test": "sent a test to a webhook",
  "webhooks.replay": "sent again what a webhook missed",
  "deliveries.replay": "sent again what a webhook missed",
};

const nouns: Record<string, string> = {
  api_keys: "an API key",
  invitations: "an invitation",
  memberships: "a member",
  organizations: "the organization",
  ownership_transfers: "an offer of ownership",
  registration_requests: "a registration request",
  role_inheritance: "what a role inherits",
  roles: "a role",
  webhook_endpoints: "a webhook",
};

const verbs: Record<string, string> = { insert: "added", update: "changed", delete: "removed", view: "looked at" };

/** Which kind of record names a request best, where it wrote several. */
const telling = [
  "organizations",
  "registration_requests",
  "invitations",
  "memberships",
  "ownership_transfers",
  "api_keys",
];

/** Entries, newest first, as happenings: what one request wrote is one. */
export function happeningsOf(entries: Entry[], most: number): Happening[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = entry.requestId ?? `entry-${entry.id}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return inOneLine([...groups].flatMap(([id, group]) => happening(id, group) ?? [])).slice(0, most);
}

/** What somebody did again and again, one after the other, told once with how often. */
function inOneLine(happenings: Happening[]): Happening[] {
  const runs: Happening[][] = [];
  for (const one of happenings) {
    const run = runs.at(-1);
    if (run?.[0]?.actor === one.actor && run[0].did === one.did) run.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => {
    const [newest] = run;
    if (!newest || run.length === 1) return newest ?? [];
    return {
      ...newest,
      did: `${newest.did}, ${run.length} times`,
      changes: run.reduce((sum, { changes }) => sum + changes, 0),
    };
  });
}

function happening(id: string, group: Entry[]): Happening | undefined {
  const main = group.toSorted((one, other) => rank(one) - rank(other))[0];
  if (!main) return undefined;
  return {
    id,
    actor: actorParts(main.actorLabel ?? "Berth").name,
    did: sentenceOf(main),
    at: main.at,
    changes: group.length,
  };
}

function rank({ recordType }: Entry): number {
  const place = telling.indexOf(recordType);
  return place < 0 ? telling.length : place;
}

function sentenceOf(entry: Entry): string {
  const known = did[entry.operation];
  if (known) return known;
  const special = changeOf(entry);
  if (special) return special;
  const name = nameIn(entry.after) ?? nameIn(entry.before);
  const what = nouns[entry.recordType] ?? entry.recordType.replaceAll("_", " ");
  return `${verbs[entry.action] ?? entry.action} ${what}${name ? `, ${name}` : ""}`;
}

/** Changes that people have words of their own for, by the columns that changed. */
function changeOf({ recordType, action, after }: Entry): string | undefined {
  if (action !== "update" || !after) return undefined;
  if (recordType === "memberships") {
    if (typeof after.role_key === "string") return `made a member ${builtInRoleName(after.role_key)}`;
    if (after.status === "suspended") return "suspended a member";
    if (after.status === "active") return "restored a member";
    if ("flags" in after) return "switched a member's permissions";
  }
  if (recordType === "registration_requests" && after.state === "approved") return "approved a registration request";
  if (recordType === "registration_requests" && after.state === "rejected") return "rejected a registration request";
  if (recordType === "registration_requests" && after.escalated_at) return "took an overdue request to the owner";
  if (recordType === "registration_requests" && after.reminded_at) return "reminded of a registration request";
  if (recordType === "invitations" && after.accepted_at) return "accepted an invitation";
  if (recordType === "invitations" && after.revoked_at) return "revoked an invitation";
  if (recordType === "webhook_endpoints" && after.state === "disabled") return "disabled a webhook";
  if (recordType === "api_keys" && after.revoked_at) return "revoked an API key";
  if (recordType === "organizations" && "dismissed_steps" in after) return "put a set-up step aside";
  if (recordType === "organizations") return `changed the settings: ${words(Object.keys(after))}`;
  return undefined;
}

function words(columns: string[]): string {
  const shown = columns.slice(0, 3).map((column) => column.replaceAll("_", " "));
  return columns.length > shown.length ? `${shown.join(", ")} and more` : shown.join(", ");
}

function nameIn(columns: Record<string, unknown> | null): string | undefined {
  const name = columns?.name ?? columns?.label ?? columns?.email;
  return typeof name === "string" ? name : undefined;
}
