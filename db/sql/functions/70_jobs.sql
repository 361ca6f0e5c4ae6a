-- Jobs: an outbox row and a graphile job commit with the change that wants them; the worker proves itself by a lease.
set local role berth_guard;

-- Internal: queues a task for one organization or, with null, for the installation. Returns the job's id, which is
-- the stable id of every effect that the job has outside the database.
create or replace function guard.queue(p_organization uuid, p_task text, p_payload jsonb) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare job uuid := guard.uuid7();
begin
  insert into guard.jobs (id, organization_id, task, payload) values (job, p_organization, p_task, p_payload);
  perform worker.wake(job);
  return job;
end $$;

-- Queues a task for the proven organization. What a person without one, or a visitor, sets off is queued by the wall's
-- own functions.
create or replace function guard.enqueue(p_task text, p_payload jsonb) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind not in (1, 5, 6) then
    raise insufficient_privilege using message = 'no context that may enqueue';
  end if;
  return guard.queue(c.organization_id, p_task, p_payload);
end $$;

create or replace function guard.lease(p_job uuid, p_seconds int) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  secret text := guard.random_secret('ls_');
  j record;
begin
  update guard.jobs set state = 'leased', lease_hash = guard.secret_hash(secret), attempts = attempts + 1,
    lease_until = clock_timestamp() + make_interval(secs => least(greatest(p_seconds, 1), 900))
  where id = p_job and (state = 'waiting' or state = 'leased' and lease_until < clock_timestamp())
  returning id, organization_id, task, payload, attempts into j;
  if not found then
    return null;
  end if;
  return jsonb_build_object('id', j.id, 'lease', secret, 'task', j.task, 'organization_id', j.organization_id,
    'payload', j.payload, 'attempt', j.attempts);
end $$;

create or replace function guard.complete(p_lease text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update guard.jobs set state = 'done', payload = payload - 'sealed', lease_hash = null, lease_until = null,
    last_error = null, finished_at = clock_timestamp()
  where lease_hash = guard.secret_hash(p_lease) and state = 'leased';
  if not found then
    perform guard.refuse('BE001', 'The job has no live lease.');
  end if;
end $$;

-- A passing fault goes back to waiting (graphile tries again); a permanent one, or the 12th, ends as failed and can be
-- retried from the console.
create or replace function guard.fail(p_lease text, p_error text, p_permanent boolean) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update guard.jobs set state = case when p_permanent or attempts >= 12 then 'failed' else 'waiting' end,
    lease_hash = null, lease_until = null, last_error = left(p_error, 500),
    finished_at = case when p_permanent or attempts >= 12 then clock_timestamp() end
  where lease_hash = guard.secret_hash(p_lease) and state = 'leased';
end $$;

-- Jobs that no live worker holds any more: their lease ran out, or they wait longer than their own retry would.
create or replace function guard.due_jobs(p_max int) returns setof uuid
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select id from guard.jobs
  where state = 'leased' and lease_until < clock_timestamp() - interval '5 seconds'
  order by created_at limit least(p_max, 1000)
$$;

create or replace function guard.wake(p_job uuid) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$ select worker.wake(id) from guard.jobs where id = p_job and state in ('waiting', 'leased') $$;

create or replace function guard.store_mail(p_lease text, p_recipient text, p_sealed_message text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into guard.mailbox (id, recipient, sealed_message)
  select id, lower(p_recipient), p_sealed_message from guard.jobs
  where lease_hash = guard.secret_hash(p_lease) and state = 'leased'
  on conflict (id) do nothing;
  perform guard.complete(p_lease);
end $$;

-- Kept mail, newest first. Bodies are sealed with a key that the database does not have.
create or replace function guard.mailbox(p_recipient text, p_max int)
returns table (id uuid, recipient text, sealed_message text, created_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select m.id, m.recipient, m.sealed_message, m.created_at from guard.mailbox m
  where p_recipient is null or m.recipient = lower(p_recipient)
  order by m.created_at desc, m.id desc limit least(p_max, 200)
$$;

-- How the queue stands, for the operator's monitoring: totals of the installation, nothing of any organization.
create or replace function guard.job_figures(out waiting int, out leased int, out failed int, out oldest_seconds int)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select count(*) filter (where state = 'waiting'), count(*) filter (where state = 'leased'),
    count(*) filter (where state = 'failed'),
    coalesce(extract(epoch from clock_timestamp() - min(created_at) filter (where state in ('waiting', 'leased'))), 0)
  from guard.jobs where state <> 'done'
$$;

revoke all on all functions in schema guard from public;
grant execute on function guard.enqueue(text, jsonb), guard.mailbox(text, int) to berth_app;
grant execute on function guard.lease(uuid, int), guard.complete(text), guard.fail(text, text, boolean),
  guard.due_jobs(int), guard.job_figures(), guard.wake(uuid), guard.store_mail(text, text, text) to berth_worker;
reset role;
