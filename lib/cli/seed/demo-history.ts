import type { Transaction } from "../database";
import { actAs, actAsOperator, type Made } from "./write";

/** Requests that were decided: one approved, one rejected, one withdrawn. */
export async function decideRequests(sql: Transaction, made: Made, domain: string): Promise<void> {
  const past = [
    {
      name: "Ronan Blake",
      state: "rejected",
      as: "rejected",
      note: "We could not find you at our agency. Ask your team lead.",
      days: 12,
    },
    { name: "Ludmila Horak", state: "rejected", as: "withdrawn", note: null, days: 24 },
    {
      name: "Emil Strand",
      state: "rejected",
      as: "rejected",
      note: "You have an account already under your other address.",
      days: 40,
    },
  ];
  const rows = past.map((each) => ({ ...each, email: `${each.name.toLowerCase().replace(" ", ".")}@${domain}` }));
  await actAs(sql, {
    userId: made.ownerId,
    operation: "registration.reject",
    organizationId: made.id,
    membershipId: made.ownerMembership,
  });
  await sql`insert into public.registration_requests (organization_id, id, email, name, message, state, closed_as, note,
      decided_by, decided_by_name, decided_at, created_at)
    select ${made.id}, guard.uuid7(), r.email, r.name, 'Please let me in.', r.state, r."as", r.note,
      case when r."as" = 'rejected' then ${made.ownerMembership}::uuid end,
      case when r."as" = 'rejected' then ${made.ownerName} end,
      now() - (r.days - 1) * interval '1 day', now() - r.days * interval '1 day'
    from jsonb_to_recordset(${sql.json(rows)}) as r(email text, name text, state text, "as" text, note text, days int)`;
  await actAsOperator(sql);
}

/** Open ones by link and by code, and one each that was used, revoked and left to expire. */
export async function makeInvitations(sql: Transaction, made: Made, domain: string): Promise<void> {
  const rows = [
    { kind: "link", email: `jo.mercer@${domain}`, role: "user", hours: 3, end: null },
    { kind: "link", email: `ada.quinn@${domain}`, role: "manager", hours: 21, end: null },
    { kind: "code", email: null, role: "user", hours: 1, end: null },
    { kind: "link", email: `old.friend@${domain}`, role: "user", hours: 400, end: null },
    { kind: "link", email: `wrong.adress@${domain}`, role: "user", hours: 30, end: "revoked" },
  ];
  await actAs(sql, {
    userId: made.ownerId,
    operation: "invitation.create",
    organizationId: made.id,
    membershipId: made.ownerMembership,
  });
  await sql`insert into guard.invitations (organization_id, id, kind, email, role_key, hash, invited_by, invited_by_name,
      sent_at, created_at, expires_at, revoked_at, revoked_by)
    select ${made.id}, guard.uuid7(), r.kind, r.email, r.role, guard.secret_hash(guard.random_secret('')),
      ${made.ownerMembership}, ${made.ownerName}, t.at, t.at, t.at + interval '48 hours',
      case when r."end" = 'revoked' then t.at + interval '1 hour' end,
      case when r."end" = 'revoked' then ${made.ownerMembership}::uuid end
    from jsonb_to_recordset(${sql.json(rows)}) as r(kind text, email text, role text, hours int, "end" text)
    cross join lateral (select now() - r.hours * interval '1 hour' as at) t`;
  await actAsOperator(sql);
}

/** A few changes that anybody would make, so that the audit has something to read; and what the bell shows. */
export async function makeHistory(sql: Transaction, made: Made): Promise<void> {
  const inside = { userId: made.ownerId, organizationId: made.id, membershipId: made.ownerMembership };
  await actAs(sql, { ...inside, operation: "members.set_flags" });
  await sql`update public.memberships set flags = '{view_orders,send_invites}' where organization_id = ${made.id} and role_key = 'staff'`;
  await actAs(sql, { ...inside, operation: "members.set_role" });
  await sql`update public.memberships m set role_key = 'buyer' from (select id from public.memberships
    where organization_id = ${made.id} and role_key = 'user' limit 1) x where m.organization_id = ${made.id} and m.id = x.id`;
  await actAs(sql, { ...inside, operation: "settings.update" });
  await sql`update public.organizations set dismissed_steps = '{}', plan = 'team' where id = ${made.id}`;
  await actAsOperator(sql);
  await sql`insert into public.notices (organization_id, id, user_id, kind, title, body, path, record_id, created_at, read_at)
    select ${made.id}, guard.uuid7(), m.user_id, 'registration.waiting', r.name || ' asks to join', nullif(r.message, ''),
      '/registrations/' || r.id, r.id, r.created_at, case when r.created_at < now() - interval '2 days' then r.created_at + interval '3 hours' end
    from public.registration_requests r
    join public.memberships m on m.organization_id = r.organization_id and m.role_key in ('owner', 'admin')
    where r.organization_id = ${made.id} and r.state = 'pending'`;
}
