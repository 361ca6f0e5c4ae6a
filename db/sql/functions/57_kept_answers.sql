-- Idempotency-Key: the claim of a key, the work and its answer are one transaction, so there is never a claim without the
-- work nor work without its answer. Whoever comes with the same key meanwhile waits for that transaction at the row. Both
-- functions take organization and credential from the context: an answer is never another credential's.
set local role berth_guard;

-- Internal: the credential of the context, and its organization, zeros for an account.
create or replace function guard.once_owner(out organization_id uuid, out credential_id uuid)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind not in (1, 2, 6, 8, 9) or c.credential_id is null then
    raise insufficient_privilege using message = 'no credential that repeats';
  end if;
  organization_id := coalesce(c.organization_id, '00000000-0000-0000-0000-000000000000');
  credential_id := c.credential_id;
end $$;

-- Null where the key is new, or a day old: the work begins. Else what it was answered, and whether the request is the same.
create or replace function guard.begin_once(p_key bytea, p_request bytea) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  w record := guard.once_owner();
  kept record;
begin
  insert into guard.kept_answers as a (organization_id, credential_id, key_hash, request_hash)
  values (w.organization_id, w.credential_id, p_key, p_request)
  on conflict (organization_id, credential_id, key_hash) do update
    set request_hash = excluded.request_hash, status = null, body = null, created_at = clock_timestamp()
    where a.created_at < clock_timestamp() - interval '24 hours';
  if found then
    return null;
  end if;
  select a.request_hash, a.status, a.body into kept from guard.kept_answers a
  where a.organization_id = w.organization_id and a.credential_id = w.credential_id and a.key_hash = p_key;
  return jsonb_build_object('same', kept.request_hash = p_request, 'status', kept.status, 'body', kept.body);
end $$;

-- A person who founds an organization began as an account.
create or replace function guard.keep_answer(p_key bytea, p_status int, p_body text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare w record := guard.once_owner();
begin
  update guard.kept_answers a set status = p_status, body = p_body
  where a.organization_id in (w.organization_id, '00000000-0000-0000-0000-000000000000')
    and a.credential_id = w.credential_id and a.key_hash = p_key and a.status is null;
  if not found then
    raise insufficient_privilege using message = 'this key was not claimed';
  end if;
end $$;

-- Lets go of answers that are a day old.
create or replace function guard.forget_answers(p_most int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare gone int;
begin
  delete from guard.kept_answers where (organization_id, credential_id, key_hash) in (
    select organization_id, credential_id, key_hash from guard.kept_answers
    where created_at < clock_timestamp() - interval '24 hours' order by created_at limit p_most for update skip locked);
  get diagnostics gone = row_count;
  return gone;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.begin_once(bytea, bytea), guard.keep_answer(bytea, int, text) to berth_app;
grant execute on function guard.forget_answers(int) to berth_worker;
reset role;
