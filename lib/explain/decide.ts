import { flags, type Permission } from "@/lib/access/permissions";
import { flagWords } from "@/lib/members/flag-words";
import { signInWays } from "@/lib/sign-in-ways";
import { inReach, recordStep } from "./decide-record";
import type { Evidence, RecordEvidence, Step } from "./schema";

export type Member = NonNullable<Evidence["member"]>;

export type Decision = { allowed: boolean; summary: string; steps: Step[] };

/**
 * Works the decision out from its evidence, by the rules of db/sql/functions/30_rights.sql. Says each link on the way;
 * lib/explain/explain.test.ts holds it to what `guard.open` decides, over random organizations.
 */
export function decide(evidence: Evidence, permission: Permission, record?: RecordEvidence): Decision {
  const { organization, member, key } = evidence;
  const steps: Step[] = [];
  if (organization !== "active") steps.push(against("organization", "The organization is suspended: nothing opens."));
  if (key) steps.push(...keySteps(key, permission));
  const unbound = key !== null && !key.bound;
  const about = member && record && recordStep(member, permission, record);
  if (about) steps.push(about);
  if (member)
    steps.push(
      ...memberSteps(member, permission, record),
      ...everywhereSteps(member, permission),
      ...(key ? networkSteps(member.policy) : policySteps(member)),
    );
  else if (key?.bound) steps.push(against("membership", "Whoever made the key is no longer a member."));
  if (member || key) steps.push(byPlan(evidence, permission));
  const stopped = steps.find(({ about, speaks }) => speaks === "against" && stops.has(about));
  const given = steps.find(({ about, speaks }) => speaks === "for" && sources.has(about));
  if (stopped) return { allowed: false, summary: stopped.text, steps };
  if (unbound) return { allowed: true, summary: "The key holds it.", steps };
  return given
    ? { allowed: true, summary: given.text, steps }
    : { allowed: false, summary: "Neither role, flags nor a loan give it.", steps };
}

/** Each of these alone says no; of the sources one is enough. */
const stops = new Set<Step["about"]>(["organization", "membership", "policy", "key", "record", "plan"]);
const sources = new Set<Step["about"]>(["everybody", "role", "branch", "flag", "delegation"]);

function byPlan({ plan, key }: Evidence, permission: Permission): Step {
  if (plan.withheld.includes(permission))
    return against("plan", `The plan ${plan.name} does not include it, or it is switched off for the organization.`);
  return key && !plan.keys
    ? against("plan", `The plan ${plan.name} does not include API keys, or they are switched off for the organization.`)
    : { about: "plan", speaks: "neither", text: "The plan takes nothing away." };
}

function keySteps(key: NonNullable<Evidence["key"]>, permission: Permission): Step[] {
  const { revoked, expired, permissions } = key;
  if (revoked) return [against("key", `The key “${key.label}” was revoked.`)];
  if (expired) return [against("key", `The key “${key.label}” has expired.`)];
  return permissions.includes(permission)
    ? [{ about: "key", speaks: "for", text: `The key “${key.label}” was made with it.` }]
    : [against("key", `The key “${key.label}” was made without it.`)];
}

function memberSteps(whole: Member, permission: Permission, record?: RecordEvidence): Step[] {
  const member = inReach(whole, permission, record);
  if (member.status !== "active") return [against("membership", "The membership is suspended: it gives nothing.")];
  const byBranch = member.branches !== null && member.byBranch.includes(permission);
  const own = byBranch ? inBranches(member, permission) : [byRole(member, permission), byFlags(member, permission)];
  return [everybody(permission), own, byLoans(member, permission)]
    .flat(2)
    .sort((a, b) => Number(b.speaks === "for") - Number(a.speaks === "for"));
}

/** What the permission does not open to a member who is limited to branches, although they hold it. */
function everywhereSteps({ branches, everywhere }: Member, permission: Permission): Step[] {
  const text = branches === null ? undefined : everywhere[permission];
  return text === undefined ? [] : [{ about: "branch", speaks: "neither", text }];
}

/** What the organization demands of a sign-in, and which of it no session of the member here meets. */
function policySteps({ role, policy }: Member): Step[] {
  const { factor, hasFactor, networks, outside, ways, issuers, otherWay, otherIdentity } = policy;
  const steps: Step[] = [];
  const nothing = role === "owner" ? "nothing but the security policy opens." : "nothing opens.";
  if (factor && !hasFactor)
    steps.push(against("policy", "The organization wants a second factor, and none is set up yet: nothing opens."));
  if (factor && hasFactor) steps.push(demanded("Each sign-in proves a second factor first."));
  if (otherIdentity)
    steps.push(against("policy", `The organization does not count the account that was signed in with: ${nothing}`));
  else if (otherWay)
    steps.push(against("policy", `The organization does not allow the way of the present sign-in: ${nothing}`));
  else if (ways || issuers) steps.push(demanded(waysCounted(ways, issuers)));
  if (outside)
    steps.push(against("policy", `The member is outside of the networks that the organization allows: ${nothing}`));
  return outside ? steps : [...steps, ...networkSteps({ networks })];
}

function waysCounted(ways: string[] | null, issuers: string[] | null): string {
  const named = ways && signInWays.filter(({ value }) => ways.includes(value)).map(({ label }) => label);
  const by = named ? `Sign-ins count only by ${named.join(", ")}` : "Sign-ins count by every way";
  if (ways?.every((way) => way === "password")) return `${by}.`;
  const whose = "at a provider only with the account of one's own address";
  return issuers ? `${by}; ${whose}, of ${issuers.join(", ")}.` : `${by}; ${whose}.`;
}

/** A key has no sign-in: of a policy only networks concern it. */
function networkSteps({ networks }: Pick<Member["policy"], "networks">): Step[] {
  return networks ? [demanded("It opens only from networks that the organization allows.")] : [];
}

const demanded = (text: string): Step => ({ about: "policy", speaks: "neither", text });

function everybody(permission: Permission): Step[] {
  return permission === "organization.view"
    ? [{ about: "everybody", speaks: "for", text: "Everybody who belongs holds it." }]
    : [];
}

function byRole({ role, roles }: Member, permission: Permission): Step[] {
  const named = (key: string) => roles.find((each) => each.key === key)?.name ?? key;
  const path = pathTo(roles, role, permission);
  if (!path) return [{ about: "role", speaks: "neither", text: `The role ${named(role)} does not hold it.` }];
  const [own, ...others] = path.map(named);
  const text =
    others.length === 0 ? `The role ${own} holds it.` : `The role ${own} inherits it from ${others.join(", from ")}.`;
  return [{ about: "role", speaks: "for", text, roles: path }];
}

/** Rights on records of a member who is of some branches: the role there, and flags wherever there is one. */
function inBranches(member: Member, permission: Permission): Step[] {
  const branches = member.branches ?? [];
  const steps = branches.flatMap(({ id, name, role }): Step[] => {
    const [step] = byRole({ ...member, role }, permission);
    const where = id === null ? "records of no branch" : (name ?? "another branch");
    if (step?.speaks !== "for") return [];
    return [{ ...step, about: "branch", text: `In ${where}: ${lowered(step.text)}` }];
  });
  if (branches.length === 0) return [{ about: "branch", speaks: "neither", text: "The member is of no branch yet." }];
  if (steps.length === 0)
    steps.push({ about: "branch", speaks: "neither", text: "No role in the member's branches holds it." });
  return [...steps, ...byFlags(member, permission)];
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

/** The shortest way over inheritance to a role that holds the permission itself. */
function pathTo(roles: Member["roles"], from: string, permission: Permission): string[] | undefined {
  const waiting = [[from]];
  const seen = new Set([from]);
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const role = roles.find(({ key }) => key === path?.at(-1));
    if (role?.permissions.includes(permission)) return path;
    for (const next of role?.inherits ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push([...path, next]);
    }
  }
  return undefined;
}

function byFlags(member: Member, permission: Permission): Step[] {
  return Object.entries(flags)
    .filter(([, given]) => (given as readonly Permission[]).includes(permission))
    .map(([flag]) => {
      const on = member.flags.includes(flag);
      const text = `The flag “${flagWords(flag)}” gives it${on ? "." : ", and is off."}`;
      return { about: "flag" as const, speaks: on ? ("for" as const) : ("neither" as const), text };
    });
}

function byLoans({ loans }: Member, permission: Permission): Step[] {
  return loans
    .filter(({ permissions }) => permissions.includes(permission))
    .map(({ from, held, begun, startsAt, endsAt }) => {
      const moment = (at: string) => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
      if (!begun)
        return { about: "delegation", speaks: "neither", text: `${from.name} lends it from ${moment(startsAt)} on.` };
      if (!held.includes(permission))
        return { about: "delegation", speaks: "neither", text: `${from.name} lent it, and does not hold it any more.` };
      return { about: "delegation", speaks: "for", text: `${from.name} lends it until ${moment(endsAt)}.` };
    });
}

function against(about: Step["about"], text: string): Step {
  return { about, speaks: "against", text };
}
