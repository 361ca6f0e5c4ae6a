import type { Transaction } from "../database";

export type Profile = Record<string, string>;
export type Made = { id: string; slug: string; ownerId: string; ownerMembership: string; ownerName: string };
type Person = { name: string; email: string; months: number };
type Joining = { userId: string; role: string; months: number; suspended?: boolean };
type Request = { name: string; email: string; message: string; hours: number };

/** Accounts with a proven address. Answers user ids by address. */
export async function makePeople(sql: Transaction, people: Person[]): Promise<Map<string, string>> {
  const distinct = [...new Map(people.map((person) => [person.email, person])).values()];
  const rows = await sql<{ id: string; email: string }[]>`
    insert into public.users (id, email, name, email_verified_at, created_at)
    select guard.uuid7(), p.email, p.name, p.at, p.at
    from (select email, name, now() - months * interval '30 days' as at
      from jsonb_to_recordset(${sql.json(distinct)}) as x(email text, name text, months float)) p
    returning id, email`;
  return new Map(rows.map(({ id, email }) => [email, id]));
}

/** The organization with roles and owner, as its owner would have founded it. */
export async function makeOrganization(
  sql: Transaction,
  given: { slug: string; profile: Profile; months: number; ownerId: string },
): Promise<Made> {
  await actAs(sql, { userId: given.ownerId, operation: "organization.found" });
  const [row] = await sql<{ id: string }[]>`
    select guard.make_organization(${sql.json(given.profile)}, ${given.slug}, ${given.ownerId}) as id`;
  const id = row?.id ?? "";
  await sql`update public.organizations set created_at = now() - ${given.months} * interval '30 days' where id = ${id}`;
  const [owner] = await sql<{ id: string; name: string }[]>`
    update public.memberships set joined_at = now() - ${given.months} * interval '30 days', last_active_at = now() - interval '11 minutes'
    where organization_id = ${id} and user_id = ${given.ownerId} returning id, name`;
  return {
    id,
    slug: given.slug,
    ownerId: given.ownerId,
    ownerMembership: owner?.id ?? "",
    ownerName: owner?.name ?? "",
  };
}

/** Each joins by an act of their own, so that the audit names who it was. */
export async function addMembers(sql: Transaction, made: Made, people: Joining[]): Promise<void> {
  for (const [index, person] of people.entries()) {
    await actAs(sql, { userId: person.userId, operation: "invitation.accept" });
    await sql`insert into public.memberships (organization_id, id, user_id, role_key, status, origin, invited_by, name, email,
        joined_at, last_active_at)
      select ${made.id}, guard.uuid7(), u.id, ${person.role}, ${person.suspended ? "suspended" : "active"}, 'seed',
        ${made.ownerMembership}, u.name, u.email, now() - ${person.months} * interval '30 days',
        case when ${index % 9 !== 8} then now() - ${(index * index * 17) % 9000} * interval '1 minute' end
      from public.users u where u.id = ${person.userId}`;
  }
  await actAsOperator(sql);
}

export async function addRequests(sql: Transaction, made: Made, requests: Request[]): Promise<void> {
  await sql`insert into public.registration_requests (organization_id, id, email, name, message, user_id, created_at, address)
    select ${made.id}, guard.uuid7(), r.email, r.name, r.message, u.id, now() - r.hours * interval '1 hour', '203.0.113.24'
    from jsonb_to_recordset(${sql.json(requests)}) as r(email text, name text, message text, hours float)
    left join public.users u on u.email = r.email
    order by r.hours desc`;
}

/** What follows is recorded as this person's act; `membershipId` puts it inside an organization. */
export async function actAs(
  sql: Transaction,
  given: {
    userId: string;
    operation: string;
    organizationId?: string;
    membershipId?: string;
    kind?: "session" | "token";
  },
): Promise<void> {
  const request = { address: "198.51.100.7", agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0" };
  await sql`select guard.set_context(${given.organizationId ? 1 : 2}, ${given.organizationId ?? null}, ${given.userId},
    ${given.membershipId ?? null}, null, null, null, ${given.operation}, ${given.kind ?? "session"}, ${sql.json(request)},
    clock_timestamp() + interval '60 seconds')`;
}

export async function actAsOperator(sql: Transaction): Promise<void> {
  await sql`select set_config('berth.context', '', true)`;
}

/** Many rows at once; columns are those of the first. */
export async function insertMany(sql: Transaction, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const name = sql.unsafe(`public.${table}`);
  for (let at = 0; at < rows.length; at += 2000)
    await sql`insert into ${name} (${sql(columns)}) select ${sql(columns)}
      from jsonb_populate_recordset(null::${name}, ${sql.json(rows.slice(at, at + 2000) as never)})`; // plain JSON values
}

/**
 * What came about over months is no act of today: bulk rows of the demo world leave no entries. The trigger is away
 * for this transaction alone, and nobody else can write to the tables meanwhile.
 */
export async function withoutAudit(sql: Transaction, tables: string[], work: () => Promise<void>): Promise<void> {
  const turn = async (what: "disable" | "enable") => {
    await sql`set constraints all immediate`; // a table with triggers that wait is not altered
    await sql`reset role`;
    for (const table of tables) await sql.unsafe(`alter table public.${table} ${what} trigger audit`);
    await sql`set local role berth_guard`;
    await sql`set constraints all deferred`;
  };
  await turn("disable");
  await work();
  await turn("enable");
}
