-- Settings that carry rights, and ownership from the offer to its end.
set local role berth_guard;

-- Every change that the application's role makes to its organization's row passes here. The check-list's own column is
-- anybody's to dismiss; logo and colour have a permission of their own; the rest are settings.
create or replace function guard.check_settings_change() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  anybodys constant text[] := '{dismissed_steps,updated_at}';
  looks constant text[] := '{accent,logo_file,logo_dark_file}';
  was jsonb := to_jsonb(old) - anybodys;
  becomes jsonb := to_jsonb(new) - anybodys;
begin
  if becomes = was then
    return new;
  end if;
  if exists (select from unnest(looks) as look (name) where becomes -> look.name is distinct from was -> look.name) then
    perform guard.require('branding.manage');
  end if;
  if becomes - looks = was - looks then
    return new;
  end if;
  perform guard.require('settings.manage');
  if new.default_role_key <> old.default_role_key then
    perform 1 from public.roles where organization_id = new.id and key = new.default_role_key for key share;
    if not found then
      perform guard.refuse('BE022', 'There is no such role.', 'role_unknown');
    end if;
    if new.default_role_key = 'owner' then
      perform guard.refuse('BE022', 'Ownership moves only by a transfer, so it cannot be the role of new members.', 'owner_by_transfer');
    end if;
    perform guard.require_covers(guard.givable_rights(), guard.role_rights(new.id, new.default_role_key));
  end if;
  if not exists (select 1 from pg_timezone_names where name = new.time_zone) and new.time_zone <> old.time_zone then
    perform guard.refuse('BE022', 'There is no such time zone.', 'time_zone_unknown');
  end if;
  return new;
end $$;

-- Internal: mail and notice to one person about a transfer.
create or replace function guard.tell_of_ownership(
  p_organization uuid, p_membership uuid, p_template text, p_props jsonb, p_title text, p_body text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  g record;
  m record;
begin
  select name, slug, time_zone into strict g from public.organizations where id = p_organization;
  select user_id, name, email into strict m from public.memberships where organization_id = p_organization and id = p_membership;
  if p_template is not null then
    perform guard.queue(p_organization, 'mail.send', jsonb_build_object('template', p_template, 'to', m.email, 'props',
      p_props || jsonb_build_object('name', m.name, 'timeZone', g.time_zone,
        'organization', jsonb_build_object('name', g.name, 'slug', g.slug))));
  end if;
  perform guard.notify_user(p_organization, m.user_id, 'ownership', p_title, p_body, '/settings/ownership');
end $$;

drop function if exists guard.instant_text(timestamptz);

-- Internal: the lock order of every transfer: both memberships, then the organization.
create or replace function guard.lock_transfer(p_organization uuid, p_one uuid, p_other uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from public.memberships where organization_id = p_organization and id in (p_one, p_other)
    order by id for no key update;
  perform 1 from public.organizations where id = p_organization for no key update;
end $$;

-- The owner offers with a fresh password.
create or replace function guard.offer_ownership(p_membership uuid) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  t uuid := guard.uuid7();
  until timestamptz := clock_timestamp() + interval '7 days';
  receiver record;
  giver text;
begin
  perform guard.require('organization.transfer');
  perform guard.require_fresh();
  if p_membership = c.membership_id then
    perform guard.refuse('BE022', 'You own this organization already.', 'self');
  end if;
  perform guard.lock_transfer(c.organization_id, p_membership, c.membership_id);
  select name into giver from public.memberships
  where organization_id = c.organization_id and id = c.membership_id and role_key = 'owner';
  if not found then
    perform guard.refuse('BE022', 'You do not own this organization any more.', 'not_owner');
  end if;
  select id, name, status into receiver from public.memberships where organization_id = c.organization_id and id = p_membership;
  if not found then
    perform guard.refuse('BE004', 'There is no such member.');
  end if;
  if receiver.status <> 'active' then
    perform guard.refuse('BE022', 'Only an active member can become the owner.', 'not_active');
  end if;
  update public.ownership_transfers set state = 'cancelled', decided_at = clock_timestamp()
  where organization_id = c.organization_id and state = 'offered';
  insert into public.ownership_transfers (organization_id, id, from_membership_id, to_membership_id, expires_at)
  values (c.organization_id, t, c.membership_id, p_membership, until);
  perform guard.tell_of_ownership(c.organization_id, p_membership, 'ownership-offered',
    jsonb_build_object('owner', giver, 'expiresAt', guard.utc_text(until)),
    giver || ' offers you the ownership', 'Accept or decline the offer.');
  return t;
end $$;

create or replace function guard.accept_ownership(p_transfer uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  t record;
  giver text;
  receiver text;
  told jsonb;
begin
  if c.kind <> 1 then
    perform guard.refuse('BE003', 'A member answers this offer, signed in as themselves.', 'members_only');
  end if;
  perform guard.require_fresh();
  select from_membership_id, to_membership_id into t from public.ownership_transfers
  where organization_id = c.organization_id and id = p_transfer and to_membership_id = c.membership_id;
  if not found then
    perform guard.refuse('BE004', 'There is no such offer.');
  end if;
  perform guard.lock_transfer(c.organization_id, t.from_membership_id, t.to_membership_id);
  update public.ownership_transfers set state = 'accepted', decided_at = clock_timestamp()
  where organization_id = c.organization_id and id = p_transfer and state = 'offered' and expires_at > clock_timestamp();
  if not found then
    perform guard.refuse('BE022', 'This offer is no longer open.', 'transfer_closed');
  end if;
  select name into giver from public.memberships
  where organization_id = c.organization_id and id = t.from_membership_id and role_key = 'owner' and status = 'active';
  if not found then
    perform guard.refuse('BE022', 'This offer is no longer open.', 'transfer_closed');
  end if;
  select name into receiver from public.memberships
  where organization_id = c.organization_id and id = t.to_membership_id and status = 'active';
  if not found then
    perform guard.refuse('BE022', 'This offer is no longer open.', 'transfer_closed');
  end if;
  update public.memberships set role_key = 'admin' where organization_id = c.organization_id and id = t.from_membership_id;
  update public.memberships set role_key = 'owner' where organization_id = c.organization_id and id = t.to_membership_id;
  told := jsonb_build_object('newOwner', receiver, 'previousOwner', giver, 'at', guard.utc_text(clock_timestamp()));
  perform guard.tell_of_ownership(c.organization_id, t.to_membership_id, 'ownership-moved',
    told || '{"recipient": "new-owner"}', 'You own this organization now', giver || ' is an admin.');
  perform guard.tell_of_ownership(c.organization_id, t.from_membership_id, 'ownership-moved',
    told || '{"recipient": "previous-owner"}', receiver || ' owns this organization now', 'You are an admin.');
end $$;

-- Internal: closes an open offer and answers the other side's membership; refuses where it is no longer open.
create or replace function guard.close_transfer(p_transfer uuid, p_state text) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  t record;
begin
  perform 1 from public.organizations where id = c.organization_id for no key update;
  perform 1 from public.ownership_transfers where organization_id = c.organization_id and id = p_transfer
    and (p_state = 'cancelled' or to_membership_id = c.membership_id);
  if not found then
    perform guard.refuse('BE004', 'There is no such offer.');
  end if;
  update public.ownership_transfers set state = p_state, decided_at = clock_timestamp()
  where organization_id = c.organization_id and id = p_transfer and state = 'offered'
  returning from_membership_id, to_membership_id into t;
  if not found then
    perform guard.refuse('BE022', 'This offer is no longer open.', 'transfer_closed');
  end if;
  return case when p_state = 'cancelled' then t.to_membership_id else t.from_membership_id end;
end $$;

create or replace function guard.decline_ownership(p_transfer uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  other uuid;
begin
  perform guard.require('organization.view');
  if c.kind <> 1 then
    perform guard.refuse('BE003', 'A member answers this offer, signed in as themselves.', 'members_only');
  end if;
  other := guard.close_transfer(p_transfer, 'declined');
  perform guard.tell_of_ownership(c.organization_id, other, null, '{}',
    (select name from public.memberships where organization_id = c.organization_id and id = c.membership_id)
      || ' declined the ownership', 'You remain the owner.');
end $$;

create or replace function guard.cancel_ownership(p_transfer uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  other uuid;
begin
  perform guard.require('organization.transfer');
  other := guard.close_transfer(p_transfer, 'cancelled');
  perform guard.tell_of_ownership(c.organization_id, other, null, '{}',
    'The offer of ownership was withdrawn', 'Nothing changed for you.');
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.offer_ownership(uuid), guard.accept_ownership(uuid), guard.decline_ownership(uuid),
  guard.cancel_ownership(uuid) to berth_app;
-- A migration attaches it to the organizations.
grant execute on function guard.check_settings_change() to berth_owner;
reset role;
