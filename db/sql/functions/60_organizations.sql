-- Founding, joining, and what a person may enter.
set local role berth_guard;

-- Internal, the one function that writes memberships: what every way in ends with. These people in these organizations, by the role
-- that stands beside each. Answers what began now: joining again never changes a role. In one order, so that two at once wait for each
-- other instead of stopping each other.
create or replace function guard.join_many(
  p_organizations uuid[], p_users uuid[], p_roles text[], p_origin text, p_invited_by uuid default null)
returns table (organization uuid, membership uuid, person uuid)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  return query insert into public.memberships as made (organization_id, id, user_id, role_key, origin, invited_by, name, email)
  select o.id, guard.uuid7(), u.id, o.role, p_origin, p_invited_by, u.name, u.email
  from unnest(p_organizations, p_roles) as o (id, role) join public.users u on u.id = any (p_users)
  order by o.id, u.id
  on conflict (organization_id, user_id) do nothing
  returning made.organization_id, made.id, made.user_id;
end $$;

-- Internal: one person joins. Answers the membership, or null where they are a member already.
drop function if exists guard.join(uuid, uuid, text, text, uuid);
create or replace function guard.join(p_organization uuid, p_user uuid, p_role text, p_origin text, p_invited_by uuid,
  p_branches uuid[] default null) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  membership uuid := (select j.membership from guard.join_many(array[p_organization], array[p_user], array[p_role], p_origin,
    p_invited_by) j);
  places uuid[];
begin
  -- Who is of some branches lets people into these alone. A chosen branch that was archived since is none any more.
  places := case when p_branches is not null then array(select b.id from public.branches b
      where b.organization_id = p_organization and b.id = any (p_branches) and b.archived_at is null order by b.id)
    when p_invited_by is not null then guard.branches_of(p_organization, p_invited_by) end;
  if membership is not null and places is not null then
    perform guard.place_member(p_organization, membership, false, places, array_fill(null::text, array[cardinality(places)]));
  end if;
  return membership;
end $$;

-- Internal: a role that exists, is not the owner's, and gives nothing above what is held. For invitations and approvals.
create or replace function guard.require_may_give(p_organization uuid, p_held bit, p_role text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from public.roles where organization_id = p_organization and key = p_role;
  if not found then
    perform guard.refuse('BE022', 'There is no such role.', 'role_unknown');
  end if;
  if p_role = 'owner' then
    perform guard.refuse('BE022', 'Ownership moves only by a transfer.', 'owner_by_transfer');
  end if;
  perform guard.require_covers(coalesce(p_held, repeat('0', 256)::bit(256)), guard.role_rights(p_organization, p_role));
end $$;
drop function if exists guard.require_may_give(uuid, uuid, text);

-- Internal: why this organization (null: a new one) cannot have an address: `slug_reserved`, `slug_taken`, or null. An
-- address that it left itself is free for it.
create or replace function guard.slug_fault(p_slug text, p_organization uuid) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return case when exists (select 1 from guard.reserved_slugs where slug = p_slug) then 'slug_reserved'
    when exists (select 1 from public.organizations where slug = p_slug)
      or exists (select 1 from guard.slug_reservations where slug = p_slug and until > clock_timestamp()
        and organization_id is distinct from p_organization) then 'slug_taken' end;
end $$;

create or replace function guard.require_slug(p_slug text, p_organization uuid) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare fault text := guard.slug_fault(p_slug, p_organization);
begin
  if fault = 'slug_reserved' then
    perform guard.refuse('BE022', 'This address is reserved. Choose another one.', fault);
  elsif fault is not null then
    perform guard.refuse('BE009', 'This address is taken. Choose another one.', fault);
  end if;
end $$;

create or replace function guard.slug_is_free(p_slug text) returns boolean
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$ select guard.slug_fault(p_slug, null) is null $$;

-- Internal: built-in roles of a new organization, from the code's catalogue.
create or replace function guard.make_roles(p_organization uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into public.roles (organization_id, id, key, name, description, position, built_in, permissions)
  select p_organization, guard.uuid7(), key, name, description, position, true, permissions from guard.built_in_roles;
  insert into public.role_inheritance (organization_id, role_key, inherits_key)
  select p_organization, key, unnest(inherits) from guard.built_in_roles;
end $$;

-- Internal: the organization with its roles and owner. With null as owner it waits for its first one.
create or replace function guard.make_organization(p_profile jsonb, p_slug text, p_owner uuid) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  o uuid := guard.uuid7();
  template text := coalesce(p_profile ->> 'role_template', 'fleet');
begin
  perform guard.require_slug(p_slug, null);
  begin
    perform clock_timestamp() at time zone coalesce(p_profile ->> 'time_zone', 'UTC');
  exception when invalid_parameter_value then
    perform guard.refuse('BE022', 'There is no such time zone.', 'time_zone_unknown');
  end;
  begin
    insert into public.organizations (id, slug, name, name_key, profile_digest, company_name, industry, company_size, city,
      country, currency, time_zone, weight_unit, dimension_unit, role_template, default_role_key, state, founded_by, plan)
    values (o, p_slug, p_profile ->> 'name', guard.name_key(p_profile ->> 'name'), guard.profile_digest(p_profile),
      p_profile ->> 'company_name', p_profile ->> 'industry', p_profile ->> 'company_size', p_profile ->> 'city',
      p_profile ->> 'country', coalesce(p_profile ->> 'currency', 'USD'), coalesce(p_profile ->> 'time_zone', 'UTC'),
      coalesce(p_profile ->> 'weight_unit', 'kg'), coalesce(p_profile ->> 'dimension_unit', 'cm'), template,
      case template when 'staff' then 'staff' when 'procurement' then 'buyer' else 'user' end,
      case when p_owner is null then 'awaiting_owner' else 'active' end, p_owner, guard.begin_plan());
  exception when unique_violation then
    -- Somebody took it since: the other transaction committed while this one waited.
    perform guard.refuse('BE009', 'This address is taken. Choose another one.', 'slug_taken');
  end;
  perform guard.make_roles(o);
  if p_owner is not null then
    perform guard.join(o, p_owner, 'owner', 'founder', null);
  end if;
  return o;
end $$;

create or replace function guard.name_key(p_name text) returns text
language sql immutable
set search_path = pg_catalog, pg_temp
as $$ select lower(regexp_replace(btrim(normalize(p_name, NFKC)), '\s+', ' ', 'g')) $$;

create or replace function guard.profile_digest(p_profile jsonb) returns bytea
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select sha256(convert_to(jsonb_build_object('name', guard.name_key(p_profile ->> 'name'),
    'company_name', p_profile ->> 'company_name', 'industry', p_profile ->> 'industry', 'company_size', p_profile ->> 'company_size',
    'city', p_profile ->> 'city', 'country', p_profile ->> 'country', 'currency', coalesce(p_profile ->> 'currency', 'USD'),
    'time_zone', p_profile ->> 'time_zone')::text, 'UTF8'))
$$;

-- Founds an organization for the proven account and opens its context. p_key: the first API key, made by the caller,
-- kept only as a hash. The same set-up again (same name, same input) finds the first one and stores no key; the same
-- name with other input is a conflict. Answers {"organization_id", "slug", "membership_id", "created"}.
create or replace function guard.found_organization(p_profile jsonb, p_slug text, p_key text) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  g record;
  o uuid;
  m uuid;
  rights bit(256);
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  -- One set-up at a time for one person: the second waits here and then finds the first one's organization.
  perform 1 from public.users where id = c.user_id for update;
  select id, slug, profile_digest into g from public.organizations
  where founded_by = c.user_id and name_key = guard.name_key(p_profile ->> 'name') and state <> 'deleted';
  if found then
    if g.profile_digest <> guard.profile_digest(p_profile) then
      perform guard.refuse('BE009', 'You already founded an organization with this name.', 'name_taken');
    end if;
    select id into m from public.memberships where organization_id = g.id and user_id = c.user_id;
    return jsonb_build_object('organization_id', g.id, 'slug', g.slug, 'membership_id', m, 'created', false);
  end if;
  o := guard.make_organization(p_profile, p_slug, c.user_id);
  select membership_id, permissions into m, rights from guard.rights r where r.organization_id = o;
  perform guard.set_context(1, o, c.user_id, m, c.credential_id, null, rights, c.operation, 'session',
    jsonb_build_object('id', c.request_id, 'address', c.address, 'agent', c.agent), clock_timestamp() + interval '60 seconds');
  perform guard.insert_key(o, m, 'First key', p_key, rights, null);
  return jsonb_build_object('organization_id', o, 'slug', p_slug, 'membership_id', m, 'created', true);
end $$;

-- Mine, with my role and what waits for me. Any proven person, on any host; an impersonation knows of the one alone that
-- it was begun for.
create or replace function guard.my_organizations()
returns table (id uuid, slug text, name text, state text, plan text, role_key text, role_name text, members bigint,
  requests bigint, joined_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select g.id, g.slug, g.name, g.state, g.plan, m.role_key, r.name,
    (select count(*) from (select 1 from public.memberships x where x.organization_id = g.id limit 10000) x),
    case when get_bit(guard.live_rights(m.organization_id, m.id),
        (select position from guard.permissions where key = 'registrations.view')) = 1 then
      (select count(*) from (select 1 from public.registration_requests q where q.organization_id = g.id and q.state = 'pending' limit 1000) q)
    else 0 end, m.joined_at
  from guard.proven() c
  join public.memberships m on m.user_id = coalesce(c.acting_as, c.user_id) and m.status = 'active'
  join public.organizations g on g.id = m.organization_id and g.state in ('active', 'suspended')
  join public.roles r on r.organization_id = m.organization_id and r.key = m.role_key
  where c.kind in (1, 2) or c.kind = 8 and g.id = c.organization_id
  order by g.name, g.id
$$;

-- Internal: nothing that is bound to the organization's address opens any more; the roots of its people live on.
create or replace function guard.end_host_sessions(p_organization uuid) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  update guard.sessions set revoked_at = clock_timestamp() where organization_id = p_organization and revoked_at is null;
  update guard.handoffs set used_at = clock_timestamp() where organization_id = p_organization and used_at is null;
$$;

-- The organization's new address. The old one stays reserved for 90 days and opens nothing; sessions bound to it end at
-- once, and people reach the new one through their root session.
create or replace function guard.change_slug(p_slug text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  old_slug text;
begin
  perform guard.require('settings.manage');
  select slug into old_slug from public.organizations where id = c.organization_id for no key update;
  if old_slug = p_slug then
    return;
  end if;
  perform guard.require_slug(p_slug, c.organization_id);
  delete from guard.slug_reservations where slug = p_slug;
  insert into guard.slug_reservations (slug, organization_id, until) values (old_slug, c.organization_id, clock_timestamp() + interval '90 days')
  on conflict (slug) do update set organization_id = excluded.organization_id, until = excluded.until;
  update public.organizations set slug = p_slug where id = c.organization_id;
  perform guard.end_host_sessions(c.organization_id);
end $$;

-- Deletes the organization for its people: nothing opens it any more, its address stays reserved. Rows are erased later
-- by the operator's retention.
create or replace function guard.delete_organization() returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('organization.delete');
  perform guard.require_fresh();
  insert into guard.slug_reservations (slug, organization_id, until)
  select slug, id, clock_timestamp() + interval '365 days' from public.organizations where id = c.organization_id
  on conflict (slug) do update set organization_id = excluded.organization_id, until = excluded.until;
  update public.organizations set state = 'deleted', slug = 'deleted-' || left(id::text, 23), deleted_at = clock_timestamp()
  where id = c.organization_id;
  perform guard.end_host_sessions(c.organization_id);
  update guard.api_keys set revoked_at = clock_timestamp() where organization_id = c.organization_id and revoked_at is null;
  update guard.invitations set revoked_at = clock_timestamp()
  where organization_id = c.organization_id and revoked_at is null and accepted_at is null;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.slug_is_free(text), guard.found_organization(jsonb, text, text), guard.my_organizations(),
  guard.change_slug(text), guard.delete_organization() to berth_app;
reset role;
set local role berth_guard;
-- Memberships keep name and address copies, so that lists sort and search under the fence.
create or replace function guard.copy_person() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  update public.memberships set name = new.name, email = new.email where user_id = new.id;
  if new.email <> old.email then
    perform guard.mark_own_sessions(new.id);
  end if;
  return null;
end $$;
revoke all on function guard.copy_person() from public;
grant execute on function guard.copy_person() to berth_owner;
reset role;
