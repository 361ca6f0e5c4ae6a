-- Sealing: entries of finished transactions get their place in their organization's hash chain, in the order in which
-- the transactions could no longer get a late neighbour. lib/audit/digest.ts computes the same digests on its own.
set local role berth_guard;

create or replace function audit.part(p_text text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$ select case when p_text is null then '-' else octet_length(p_text) || ':' || p_text end $$;

-- Internal: what is sealed of an entry; null where it is gone.
create or replace function audit.digest_of(p_organization uuid, p_id bigint) returns bytea
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select sha256(convert_to(
      audit.part(e.organization_id::text) || audit.part(e.id::text)
      || audit.part(trunc(extract(epoch from e.at) * 1000000)::bigint::text) || audit.part(e.actor_user_id::text)
      || audit.part(e.actor_label) || audit.part(e.actor_kind) || audit.part(e.credential_id::text)
      || audit.part(e.acting_as::text) || audit.part(e.operation) || audit.part(e.record_type) || audit.part(e.record_id::text)
      || audit.part(e.action) || audit.part(e.before::text) || audit.part(e.after::text) || audit.part(e.request_id::text)
      || audit.part(e.address) || audit.part(e.agent) || case when e.test_mode then audit.part('test') else '' end, 'UTF8'))
    from audit.entries e where e.organization_id = p_organization and e.id = p_id);
end $$;

-- Seals the next entries; answers how many. Where two sealers meet, one of them does nothing.
create or replace function guard.seal_entries(p_most int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  s record;
  e record;
  chain record;
  name text;
  link bytea;
  done int := 0;
  until bigint := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
  -- Numbers of another server, from a restored copy, that this one has not reached: nothing of them still runs.
  beyond bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('audit.sealing', 0)) then
    return 0;
  end if;
  select * into s from audit.sealing;
  if s.txid >= beyond then
    update audit.sealing set txid = 0, entry_id = 0;
    s.txid := 0;
  end if;
  for e in
    select x.* from audit.entries x
    where x.txid >= s.txid and (x.txid > s.txid or x.id > s.entry_id) and (x.txid < until or x.txid >= beyond)
    order by x.txid, x.id limit p_most
  loop
    done := done + 1;
    s.txid := e.txid;
    s.entry_id := e.id;
    continue when exists (select from audit.seals k where k.organization_id = e.organization_id and k.entry_id = e.id);
    insert into audit.chains (organization_id) values (e.organization_id) on conflict (organization_id) do nothing;
    select c.position, c.digest into chain from audit.chains c where c.organization_id = e.organization_id;
    link := sha256(chain.digest || int8send(chain.position + 1) || audit.digest_of(e.organization_id, e.id));
    insert into audit.seals (organization_id, position, entry_id, digest)
    values (e.organization_id, chain.position + 1, e.id, link);
    update audit.chains set position = chain.position + 1, digest = link, sealed_at = clock_timestamp()
    where organization_id = e.organization_id;
    name := coalesce(audit.own_name(e.before, e.after), (select audit.own_name(i.before, i.after) from audit.entries i
      where i.organization_id = e.organization_id and i.record_id = e.record_id and i.action = 'insert' order by i.id limit 1));
    insert into public.audit_words (organization_id, id, record_name, words)
    values (e.organization_id, e.id, name, audit.words(e.actor_label, e.operation, e.record_type, e.action, e.actor_kind,
      e.address, e.request_id, name, e.after ->> 'reason'))
    on conflict (organization_id, id) do nothing;
  end loop;
  if done > 0 then
    update audit.sealing set txid = s.txid, entry_id = s.entry_id;
  end if;
  return done;
end $$;

-- Goes on proving one chain: computes its next links anew. A chain whose end was reached begins again after an hour.
-- Answers how many links it proved.
create or replace function guard.prove_chains(p_most int) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  chain record;
  s record;
  place bigint;
  link bytea;
  done int := 0;
begin
  select c.* into chain from audit.chains c
  where c.broken_entry is null and (c.verified_position < c.position or c.verified_at < clock_timestamp() - interval '1 hour')
  order by c.verified_at nulls first limit 1 for update skip locked;
  if not found then
    return 0;
  end if;
  place := case when chain.verified_position < chain.position then greatest(chain.verified_position, chain.base_position)
    else chain.base_position end;
  link := case when place = chain.base_position then chain.base_digest
    else (select k.digest from audit.seals k where k.organization_id = chain.organization_id and k.position = place) end;
  for s in select k.position, k.entry_id, k.digest from audit.seals k
    where k.organization_id = chain.organization_id and k.position > place order by k.position limit p_most
  loop
    link := sha256(link || int8send(place + 1) || audit.digest_of(chain.organization_id, s.entry_id));
    if s.position <> place + 1 or link is distinct from s.digest then
      update audit.chains set broken_entry = s.entry_id where organization_id = chain.organization_id;
      return done;
    end if;
    place := s.position;
    done := done + 1;
  end loop;
  update audit.chains set verified_position = place,
    verified_at = case when place >= chain.position then clock_timestamp() else coalesce(verified_at, '-infinity') end
  where organization_id = chain.organization_id;
  return done;
end $$;

-- How far the chain of the proven organization was proved; no row before its first entry was sealed.
create or replace function guard.audit_proof(out sealed bigint, out verified bigint, out verified_to timestamptz, out broken_entry bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare organization uuid := guard.organization_id();
begin
  select c.position, c.verified_position, (select e.at from audit.seals k
      join audit.entries e on e.organization_id = k.organization_id and e.id = k.entry_id
      where k.organization_id = organization and k.position = c.verified_position), c.broken_entry
  into sealed, verified, verified_to, broken_entry
  from audit.chains c where c.organization_id = organization;
end $$;

-- Chains that went on after a moment, for a checkpoint.
create or replace function guard.chains_since(p_at timestamptz)
returns table (organization_id uuid, "position" bigint, digest text, sealed_at timestamptz)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query select c.organization_id, c.position, encode(c.digest, 'hex'), c.sealed_at from audit.chains c
  where p_at is null or c.sealed_at > p_at order by c.sealed_at limit 10000;
end $$;

-- Lets go of entries that are sealed, proved, and older than a day that is at least a year back; the digest of the last one
-- stays as the chain's new beginning. What was not proved yet stays until it is: an edited entry must not go unseen.
-- Answers how many went.
create or replace function guard.release_entries(p_organization uuid, p_before timestamptz, p_most int) returns int
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  chain record;
  upto record;
  gone int;
begin
  if p_before > clock_timestamp() - interval '365 days' then
    perform guard.refuse('BE022', 'Entries stay for a year at least.', 'too_young');
  end if;
  select c.* into chain from audit.chains c where c.organization_id = p_organization for update;
  -- The last place before the first entry that stays.
  select k.position, k.digest into upto from audit.seals k
  where k.organization_id = p_organization and k.position <= least(chain.base_position + p_most, chain.verified_position)
    and chain.broken_entry is null and k.position < coalesce(
    (select min(s.position) from audit.seals s join audit.entries e on e.organization_id = s.organization_id and e.id = s.entry_id
      where s.organization_id = p_organization and s.position > chain.base_position and e.at >= p_before), chain.position + 1)
  order by k.position desc limit 1;
  if not found or upto.position <= chain.base_position then
    return 0;
  end if;
  update audit.chains set base_position = upto.position, base_digest = upto.digest, base_at = clock_timestamp()
  where organization_id = p_organization;
  delete from public.audit_words w using audit.seals s
  where s.organization_id = p_organization and s.position <= upto.position and w.organization_id = s.organization_id and w.id = s.entry_id;
  delete from audit.entries e using audit.seals s
  where s.organization_id = p_organization and s.position <= upto.position and e.organization_id = s.organization_id and e.id = s.entry_id;
  get diagnostics gone = row_count;
  delete from audit.seals where organization_id = p_organization and position <= upto.position;
  insert into audit.entries (organization_id, actor_label, actor_kind, operation, record_type, record_id, action, after)
  values (p_organization, 'Berth', 'job', 'audit.release', 'organizations', p_organization, 'released',
    jsonb_build_object('entries', gone, 'before', p_before, 'digest', encode(upto.digest, 'hex')));
  return gone;
end $$;

revoke all on all functions in schema guard from public;
revoke all on all functions in schema audit from public;
grant execute on function guard.audit_proof() to berth_app;
grant execute on function guard.seal_entries(int), guard.prove_chains(int), guard.chains_since(timestamptz) to berth_worker;
reset role;
