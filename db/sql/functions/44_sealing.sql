-- Sealing: entries of finished transactions get their place in their organization's hash chain, in the order in which
-- the transactions could no longer get a late neighbour. lib/audit/digest.ts computes the same digests on its own.
set local role berth_guard;

create or replace function audit.part(p_text text) returns text
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$ select case when p_text is null then '-' else octet_length(p_text) || ':' || p_text end $$;

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
    link := sha256(chain.digest || int8send(chain.position + 1) || sha256(convert_to(
      audit.part(e.organization_id::text) || audit.part(e.id::text)
      || audit.part(trunc(extract(epoch from e.at) * 1000000)::bigint::text) || audit.part(e.actor_user_id::text)
      || audit.part(e.actor_label) || audit.part(e.actor_kind) || audit.part(e.credential_id::text)
      || audit.part(e.acting_as::text) || audit.part(e.operation) || audit.part(e.record_type) || audit.part(e.record_id::text)
      || audit.part(e.action) || audit.part(e.before::text) || audit.part(e.after::text) || audit.part(e.request_id::text)
      || audit.part(e.address) || audit.part(e.agent), 'UTF8')));
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

revoke all on all functions in schema guard from public;
revoke all on all functions in schema audit from public;
grant execute on function guard.seal_entries(int) to berth_worker;
reset role;
