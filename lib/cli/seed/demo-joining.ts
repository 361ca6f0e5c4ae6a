import type { Transaction } from "../database";
import { Dice } from "./random";
import { actAs, actAsOperator, type Made } from "./write";

type Newcomer = { userId: string; role: string };

/** One after the other: how somebody came in, so many days ago, and how long each part of it took, in seconds. */
const ways = [
  { way: "mail", days: 0.4, waited: 5400 },
  { way: "invited", days: 1.3, waited: 0 },
  { way: "account", days: 3.1, waited: 3900 },
  { way: "program", days: 6.2, waited: 10_800 },
  { way: "mail", days: 9.4, waited: 31_000 },
  { way: "invited", days: 13.2, waited: 0 },
  { way: "account", days: 19.3, waited: 1500 },
  { way: "mail", days: 26.1, waited: 93_600 },
] as const;

/** Who belongs to those that came lately, the newest first; everybody else has been there for long. */
export function newcomersOf<Person extends { months: number; suspended?: boolean }>(people: Person[]): Person[] {
  const late = people.filter(({ months, suspended }) => months < 3.5 && !suspended);
  return late.toSorted((one, other) => one.months - other.months).slice(0, ways.length);
}

/**
 * Whoever came lately, by each way in: approved by mail or with an account, by an invitation, in a browser or by a program.
 * Their entries are of the day on which it happened, so that the page of activity has something to measure.
 */
export async function letIn(sql: Transaction, made: Made, people: Newcomer[]): Promise<void> {
  const dice = new Dice(people.length);
  const inside = { userId: made.ownerId, organizationId: made.id, membershipId: made.ownerMembership };
  for (const [index, { userId, role }] of people.entries()) {
    const { way, days, waited } = ways[index % ways.length] ?? ways[0];
    const registered = way === "mail" || way === "account";
    const [toEnter, toPage] = [dice.between(14, 90), dice.between(700, 6400)];
    const wait = way === "mail" ? waited * 1000 : registered ? toEnter : 0;
    const look = way === "account" || way === "program" ? waited * 1000 : toPage;
    const [at] = await sql<{ decided: Date; joined: Date; page: Date }[]>`
      select d.at as decided, d.at + ${wait} * interval '1 ms' as joined, d.at + ${wait + look} * interval '1 ms' as page
      from (select now() - ${days} * interval '1 day' - ${wait + look} * interval '1 ms' as at) d`;
    if (!at) continue;
    if (registered)
      await sql`insert into public.registration_requests (organization_id, id, email, name, message, state, role_key, user_id,
          decided_by, decided_by_name, decided_at, joined_at, created_at)
        select ${made.id}, guard.uuid7(), u.email, u.name, 'I am new here.', 'approved', ${role}, u.id, ${made.ownerMembership},
          ${made.ownerName}, ${at.decided}, ${at.joined}, ${at.decided}::timestamptz - interval '5 hours'
        from public.users u where u.id = ${userId}`;
    const actor =
      way === "account" ? inside : { userId, kind: way === "program" ? ("token" as const) : ("session" as const) };
    await actAs(sql, { ...actor, operation: operations[way] });
    await sql`insert into public.memberships (organization_id, id, user_id, role_key, origin, invited_by, name, email, joined_at,
        last_active_at)
      select ${made.id}, guard.uuid7(), u.id, ${role}, ${registered ? "registration" : "invitation"}, ${made.ownerMembership},
        u.name, u.email, ${at.joined}, now() - ${(index * 211) % 700} * interval '1 minute'
      from public.users u where u.id = ${userId}`;
    await actAsOperator(sql);
    await remember(sql, made, registered ? "registration_requests" : "invitations", at.decided, made.ownerId);
    await remember(sql, made, "sessions", at.page, userId);
  }
}

const operations = {
  mail: "registration.activate",
  account: "registration.approve",
  invited: "invitations.accept_mine",
  program: "invitations.accept_mine",
};

const acts = {
  registration_requests: { operation: "registration.approve", action: "update", after: { state: "approved" } },
  invitations: { operation: "invitation.create", action: "insert", after: { kind: "link" } },
  sessions: { operation: "session.open", action: "insert", after: { method: "password" } },
} as const;

/** An entry of the day on which it happened; a trigger writes those of now alone. */
async function remember(
  sql: Transaction,
  { id }: Made,
  record: keyof typeof acts,
  at: Date,
  userId: string,
): Promise<void> {
  const { operation, action, after } = acts[record];
  await sql`insert into audit.entries (organization_id, at, actor_user_id, actor_label, actor_kind, operation, record_type, record_id,
      action, after)
    values (${id}, ${at}, ${userId}, guard.person_label(${userId}), 'session', ${operation}, ${record}, guard.uuid7(),
      ${action}, ${sql.json(after)})`;
}
