import type postgres from "postgres";
import { asGuard, type Transaction } from "../database";
import { giveDemoPassword } from "./credentials";

export type Amount = { organizations: number; rows: number; canary: boolean };

/**
 * Makes `seed-1` … `seed-N` where they are missing, each in a transaction of its own. With `canary` every free-text
 * column of theirs carries `canary-SLUG`. The owner of SLUG is `owner@SLUG.example`, with the demo password.
 */
export async function makeOrganizations(sql: postgres.Sql, amount: Amount): Promise<string[]> {
  const slugs: string[] = [];
  for (let number = 1; number <= amount.organizations; number += 1) {
    const slug = `seed-${number}`;
    if (await asGuard(sql, (transaction) => makeSeedOrganization(transaction, slug, amount))) slugs.push(slug);
  }
  return slugs;
}

/** Answers the organization's id, or null where the address is taken already. */
export async function makeSeedOrganization(
  sql: Transaction,
  slug: string,
  { rows, canary }: Pick<Amount, "rows" | "canary">,
): Promise<string | null> {
  const word = canary ? `canary-${slug}` : slug;
  const [free] = await sql<{ free: boolean }[]>`select guard.slug_is_free(${slug}) as free`;
  if (!free?.free) return null;
  const people = await sql<{ id: string }[]>`
    insert into public.users (id, email, name, email_verified_at)
    select guard.uuid7(), case n when 1 then 'owner' else 'person' || n end || ${`@${word}.example`}, ${word} || ' person ' || n, now()
    from generate_series(1, ${rows}::int) n returning id`;
  const [owner, ...others] = people.map(({ id }) => id);
  await giveDemoPassword(sql, owner ? [owner] : []);
  const profile = { name: word, company_name: `${word} company`, industry: word, company_size: word, city: word };
  const [made] = await sql<{ id: string }[]>`
    select guard.make_organization(${sql.json(profile)}, ${slug}, ${owner ?? null}) as id`;
  const id = made?.id ?? null;
  await sql`insert into public.memberships (organization_id, id, user_id, role_key, origin, name, email, joined_at)
    select ${id}, guard.uuid7(), u.id, (array['user', 'driver', 'dispatcher', 'member', 'staff'])[1 + n % 5], 'seed', u.name, u.email,
      now() - n * interval '1 hour'
    from unnest(${others}::uuid[]) with ordinality x(id, n) join public.users u on u.id = x.id`;
  await sql`update public.organizations set plan_reason = ${word} where id = ${id}`;
  await addRows(sql, id, word);
  await addWork(sql, id, word);
  await addCall(sql, id, word);
  return id;
}

/** One row of each record of daily work. */
async function addWork(sql: Transaction, organization: string | null, word: string): Promise<void> {
  const place = placeOf(word);
  await sql`insert into public.branches (organization_id, id, name, code, street, city, region, postcode)
    values (${organization}, guard.uuid7(), ${word}, 'ONE', ${word}, ${word}, ${left(word, 60)}, ${left(word, 20)})`;
  await sql`insert into public.membership_branches (organization_id, id, membership_id, branch_id, role_key)
    select m.organization_id, guard.uuid7(), m.id, b.id, 'member'
    from (select * from public.memberships where organization_id = ${organization} and role_key <> 'owner' limit 1) m
    join public.branches b on b.organization_id = m.organization_id`;
  await sql`with made as (
      insert into public.shipments (organization_id, id, reference, status, status_note, service, sender, recipient, branch_id,
        tracking_number, currency, notes)
      select ${organization}, guard.uuid7(), ${left(word, 40)}, 'exception', ${word}, 'standard', ${sql.json(place)}, ${sql.json(place)},
        b.id, ${left(word, 60)}, 'EUR', ${word}
      from public.branches b where b.organization_id = ${organization} returning id),
    parcel as (insert into public.shipment_parcels (organization_id, id, shipment_id, position, description, weight_g)
      select ${organization}, guard.uuid7(), id, 1, ${word}, 1000 from made)
    insert into public.shipment_events (organization_id, id, shipment_id, status, note, actor_name)
    select ${organization}, guard.uuid7(), id, 'exception', ${word}, ${word} from made`;
  await addRecords(sql, organization, word);
  await sql`insert into public.saved_views (organization_id, id, user_id, list, name, query, shared)
    select ${organization}, guard.uuid7(), user_id, 'shipments', ${left(word, 40)}, ${word}, true
    from public.memberships where organization_id = ${organization} and role_key = 'owner'`;
  await sql`with made as (
      insert into public.imports (organization_id, id, list, membership_id, starter, name, file, header, delimiter, phase, problem, finished_at)
      select ${organization}, guard.uuid7(), 'customers', id, ${word}, ${word}, md5(${word}), array[${word}], ',', 'failed', ${word}, now()
      from public.memberships where organization_id = ${organization} and role_key = 'owner' returning id)
    insert into public.import_faults (organization_id, id, import_id, line, faults, cells)
    select ${organization}, guard.uuid7(), id, 2, '[]', array[${word}] from made`;
}

function placeOf(word: string) {
  return { name: word, company: word, street: word, extra: word, city: word, region: left(word, 60), country: "NL" };
}

/** One row of each declared record, in the order of their references. */
async function addRecords(sql: Transaction, organization: string | null, word: string): Promise<void> {
  const short = left(word, 40);
  const common = sql`organization_id, id, created_at, updated_at`;
  const own = sql`${organization}, guard.uuid7(), now(), now()`;
  await sql`insert into public.customers (${common}, name, kind, email, phone, tax_id, notes)
    values (${own}, ${word}, 'company', ${`desk@${word}.example`}, ${short}, ${short}, ${word})`;
  await sql`insert into public.addresses (${common}, name, company, street, extra, city, region, postcode, country, phone, email, customer_id)
    select ${own}, ${word}, ${word}, ${word}, ${word}, ${word}, ${word}, ${left(word, 20)}, 'NL', ${short}, ${`desk@${word}.example`}, id
    from public.customers where organization_id = ${organization}`;
  await sql`insert into public.products (${common}, name, sku, description, currency, customs_code, active)
    values (${own}, ${word}, ${short}, ${word}, 'EUR', ${left(word, 20)}, true)`;
  await sql`insert into public.parcels (${common}, name, length_mm, width_mm, height_mm) values (${own}, ${word}, 1, 1, 1)`;
  await sql`insert into public.assets (${common}, name, code, kind, status, serial, notes)
    values (${own}, ${word}, ${short}, 'vehicle', 'in_use', ${word}, ${word})`;
  await sql`with made as (insert into public.orders (${common}, reference, status, channel, total, currency, notes, shipping_to)
      values (${own}, ${short}, 'open', 'web', 0, 'EUR', ${word}, ${sql.json(placeOf(word))}) returning id),
    line as (insert into public.order_lines (organization_id, id, order_id, position, description, quantity, price)
      select ${organization}, guard.uuid7(), id, 1, ${word}, 1, 0 from made)
    insert into public.pieces (${common}, reference, description, status, order_id)
    select ${own}, ${short}, ${word}, 'expected', id from made`;
  await sql`insert into public.carrier_connections (${common}, name, carrier, account, active, credentials)
    values (${own}, ${word}, ${short}, ${word}, false, ${`v1.00000000.${word}`.padEnd(60, "x")})`;
  await sql`insert into public.templates (${common}, name, kind, body, active) values (${own}, ${word}, 'label', ${word}, true)`;
}

function left(text: string, most: number): string {
  return text.slice(0, most);
}

/** An endpoint, and what was sent to it in vain. */
async function addWebhook(sql: Transaction, organization: string | null, word: string): Promise<void> {
  await sql`with made as (
      insert into guard.webhook_endpoints (organization_id, id, url, description, events, sealed_secret, sealed_previous, state, disabled_as)
      values (${organization}, guard.uuid7(), ${`https://${word}.example/hooks`}, ${word}, '{*}', ${`v1.00000000.${word}`}, ${`v1.00000000.${word}`}, 'disabled', 'person')
      returning id),
    sent as (insert into public.webhook_deliveries (organization_id, id, endpoint_id, event_id, event, state, attempts, due_at, last_error,
        created_at, finished_at)
      select ${organization}, guard.uuid7(), made.id, e.id, e.type, 'failed', 10, now(), ${word}, now(), now()
      from made cross join lateral (select id, type from public.events where organization_id = ${organization} limit 1) e returning id)
    insert into public.webhook_attempts (organization_id, id, delivery_id, number, at, url, milliseconds, status, error, answer)
    select ${organization}, guard.uuid7(), id, 1, now(), ${`https://${word}.example/hooks`}, 12, 500, ${word}, ${word} from sent`;
}

/** A call of the API, and the day that it was on. */
async function addCall(sql: Transaction, organization: string | null, word: string): Promise<void> {
  await sql`insert into public.api_calls (organization_id, id, number, at, method, path, query, host, operations, needs, status, error,
      milliseconds, credential_kind, credential_id, caller, test_mode, address, agent, headers, entities, request, request_bytes, response,
      response_bytes)
    values (${organization}, guard.uuid7(), 1, now(), 'POST', ${`/api/v1/${word}`}, ${word}, ${word}, array[${word}], '{}', 422, ${word},
      12, 'key', guard.uuid7(), ${word}, false, ${word}, ${word}, jsonb_build_object('accept', ${word}::text), array[${word}],
      ${`{"name":"${word}"}`}, 20, ${`{"name":"${word}"}`}, 20)`;
  await sql`insert into public.usage_days (organization_id, day, api_calls, api_errors) values (${organization}, current_date, 1, 1)`;
  await sql`insert into public.record_days (organization_id, day, currency, shipments, spend, orders, volume)
    values (${organization}, current_date, 'EUR', 1, 1, 1, 1)`;
  await sql`insert into guard.call_numbers (organization_id, last) values (${organization}, 1)`;
}

/** One row of everything else that an organization holds. */
async function addRows(sql: Transaction, organization: string | null, word: string): Promise<void> {
  const [first] = await sql<{ id: string; user_id: string }[]>`
    select id, user_id from public.memberships where organization_id = ${organization} and role_key = 'owner'`;
  const owner = first?.id ?? null;
  await sql`insert into public.roles (organization_id, id, key, name, description, permissions)
    values (${organization}, guard.uuid7(), 'night-shift', left(${word}, 60), ${word}, '{shipments.view}')`;
  await sql`insert into public.audit_exports (organization_id, id, membership_id, starter, format, query, conditions, file, phase, problem,
      finished_at)
    select organization_id, guard.uuid7(), id, ${word}, 'csv', ${word}, '[]', md5(${word}), 'expired', ${word}, now()
    from public.memberships where organization_id = ${organization} and role_key = 'owner'`;
  // As the sealer writes them once this transaction is done.
  await sql`insert into public.audit_words (organization_id, id, record_name, words) values (${organization}, 0, ${word}, ${word})`;
  await sql`insert into public.registration_requests (organization_id, id, email, name, message, address, agent, note)
    values (${organization}, guard.uuid7(), ${`guest@${word}.example`}, ${word}, ${word}, ${word}, ${word}, ${word})`;
  await sql`insert into public.registration_requests (organization_id, id, email, name, message, address, agent, note, state,
      closed_as, decided_by, decided_by_name, decided_at)
    values (${organization}, guard.uuid7(), ${`past@${word}.example`}, ${word}, ${word}, ${word}, ${word}, ${word}, 'rejected',
      'rejected', ${owner}, ${word}, now())`;
  await sql`insert into guard.invitations (organization_id, id, kind, email, role_key, hash, note, invited_by, invited_by_name, expires_at,
      accepted_at, accepted_by_name)
    select ${organization}, guard.uuid7(), 'link', ${`invited@${word}.example`}, 'user',
      guard.secret_hash(guard.random_secret('')), ${word}, ${owner}, ${word}, now() + interval '48 hours',
      case when used then now() end, case when used then ${word} end
    from (values (false), (true)) x(used)`;
  await sql`insert into public.delegations (organization_id, id, from_membership_id, to_membership_id, starts_at, ends_at, note)
    select ${organization}, guard.uuid7(), ${owner}, id, now() - interval '1 day', now() + interval '30 days', ${word}
    from public.memberships where organization_id = ${organization} and role_key <> 'owner' limit 1`;
  await sql`insert into public.notice_preferences (organization_id, id, user_id, kind, in_app, mail)
    values (${organization}, guard.uuid7(), ${first?.user_id ?? null}, 'member_joined', true, 'digest')`;
  await sql`insert into public.notices (organization_id, id, user_id, kind, title, body, path)
    values (${organization}, guard.uuid7(), ${first?.user_id ?? null}, 'registration.received', ${word}, ${word}, '/registrations')`;
  await addWebhook(sql, organization, word);
  await addSupport(sql, organization, word);
  await sql`select guard.insert_key(${organization}, ${owner}, ${word},
    'key_' || left(encode(sha256(uuid_send(gen_random_uuid())), 'hex') || encode(sha256(uuid_send(gen_random_uuid())), 'hex'), 70),
    (select permissions from guard.rights where organization_id = ${organization} and membership_id = ${owner}), null)`;
  await sql`update guard.api_keys set maker_name = ${word} where organization_id = ${organization}`;
}

/** A support session that is over, of a person of the platform who is no super admin any more. */
async function addSupport(sql: Transaction, organization: string | null, word: string): Promise<void> {
  await sql`with support as (
      insert into public.users (id, email, name, email_verified_at)
      values (guard.uuid7(), ${`support@${word}.example`}, ${word}, now()) returning id),
    root as (
      insert into guard.sessions (id, user_id, hash, audience, method, expires_at, idle_until, revoked_at)
      select guard.uuid7(), id, guard.secret_hash(guard.random_secret('')), '', 'password', now(), now(), now() from support
      returning id, user_id)
    insert into guard.impersonations (organization_id, id, session_id, super_admin_id, membership_id, user_id, reason,
      started_at, expires_at, raised_at, raise_reason, ended_at, ended_as)
    select ${organization}, guard.uuid7(), root.id, root.user_id, m.id, m.user_id, ${word}, now() - interval '1 hour', now(),
      now(), ${word}, now(), 'stopped'
    from root, public.memberships m where m.organization_id = ${organization} and m.role_key = 'owner'`;
}
