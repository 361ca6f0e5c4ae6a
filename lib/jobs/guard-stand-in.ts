import pg from "pg";
import { prepareQueue } from "./queue-schema";

/** Gives a database without the guard's job functions a small copy of them, so that the worker can be tested alone. */
export async function withJobFunctions(database: { superuser: string; worker: string }): Promise<void> {
  const client = new pg.Client(database.superuser);
  await client.connect();
  try {
    const { rows } = await client.query("select to_regprocedure('guard.lease(uuid, integer)') as lease");
    if (rows[0]?.lease) return;
    await client.query("create schema graphile_worker authorization berth_worker");
    await prepareQueue(database.worker);
    await client.query(standIn);
  } finally {
    await client.end();
  }
}

const standIn = `
create schema guard;
create table guard.jobs (
  id uuid primary key default gen_random_uuid(),
  organization_id uuid,
  task text not null,
  payload jsonb not null,
  attempts int not null default 0,
  lease_hash bytea,
  leased_until timestamptz,
  last_error text,
  failed_at timestamptz,
  completed_at timestamptz,
  created_at timestamptz not null default now()
);
create table guard.mails (
  id uuid primary key,
  recipient text not null,
  sealed_message text not null,
  created_at timestamptz not null default clock_timestamp()
);

create function guard.lease(job uuid, seconds int) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare
  secret text := encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex');
  found guard.jobs;
begin
  update guard.jobs set
    attempts = attempts + 1,
    lease_hash = sha256(convert_to(secret, 'UTF8')),
    leased_until = clock_timestamp() + make_interval(secs => seconds)
  where id = job and completed_at is null and failed_at is null
    and (leased_until is null or leased_until < clock_timestamp())
  returning * into found;
  if found.id is null then return null; end if;
  return jsonb_build_object('id', found.id, 'lease', secret, 'task', found.task,
    'organization_id', found.organization_id, 'payload', found.payload, 'attempt', found.attempts);
end $$;

create function guard.complete(lease text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update guard.jobs set completed_at = clock_timestamp(), payload = payload - 'sealed',
    lease_hash = null, leased_until = null
  where lease_hash = sha256(convert_to(lease, 'UTF8')) and leased_until > clock_timestamp();
  if not found then raise exception 'no such lease' using errcode = '28000'; end if;
end $$;

create function guard.fail(lease text, error text, permanent boolean) returns void
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update guard.jobs set last_error = error, lease_hash = null, leased_until = null,
    failed_at = case when permanent then clock_timestamp() end
  where lease_hash = sha256(convert_to(lease, 'UTF8'));
end $$;

create function guard.store_mail(lease text, recipient text, sealed_message text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  job uuid;
begin
  select id into job from guard.jobs where lease_hash = sha256(convert_to(store_mail.lease, 'UTF8'));
  perform guard.complete(lease);
  insert into guard.mails (id, recipient, sealed_message)
  values (job, store_mail.recipient, store_mail.sealed_message) on conflict do nothing;
end $$;

create function guard.mailbox(recipient text, max int)
returns table (id uuid, recipient text, sealed_message text, created_at timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select m.id, m.recipient, m.sealed_message, m.created_at from guard.mails m
  where $1 is null or m.recipient = $1
  order by m.created_at desc limit least($2, 200)
$$;

create function guard.due_jobs() returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select j.id from guard.jobs j
  where j.completed_at is null and j.failed_at is null
    and (j.leased_until < clock_timestamp()
      or (j.leased_until is null and not graphile_worker.is_queued(j.id)))
  limit 1000
$$;

grant usage on schema guard to berth_worker, berth_app;
revoke execute on all functions in schema guard from public;
grant execute on function guard.lease, guard.complete, guard.fail, guard.store_mail, guard.due_jobs to berth_worker;
grant execute on function guard.mailbox to berth_app;
`;
