-- Logo and colour where no organization is opened: on public pages, and beside each of a person's organizations.
set local role berth_guard;

-- What a stranger may see of an organization: nothing, alike for unknown ones, unless it made itself publicly visible.
create or replace function guard.public_look(p_slug text) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 3 then raise insufficient_privilege using message = 'no public context'; end if;
  return (select jsonb_build_object('id', g.id, 'name', g.name, 'slug', g.slug, 'accent', g.accent, 'logoFile', g.logo_file,
      'logoDarkFile', g.logo_dark_file)
    from public.organizations g where g.slug = p_slug and g.state = 'active' and g.publicly_visible);
end $$;

drop function if exists guard.my_looks();
create or replace function guard.my_looks()
returns table (organization_id uuid, accent text, logo_file text, logo_dark_file text)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind not in (1, 2, 8) then return; end if;
  return query select g.id, g.accent, g.logo_file, g.logo_dark_file
  from public.memberships m
  join public.organizations g on g.id = m.organization_id and g.state in ('active', 'suspended')
  where m.user_id = coalesce(c.acting_as, c.user_id) and m.status = 'active'
    and (c.kind <> 8 or g.id = c.organization_id);
end $$;

-- Who may be sent this logo: 'everybody', 'members' (the proven person is one), or null. A replaced file is nobody's.
create or replace function guard.logo_audience(p_organization uuid, p_file text) returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  g record;
begin
  if c.kind not in (1, 2, 3, 8) then raise insufficient_privilege using message = 'no proven person'; end if;
  select state, publicly_visible into g from public.organizations
  where id = p_organization and p_file in (logo_file, logo_dark_file) and state in ('active', 'suspended');
  if not found then
    return null;
  end if;
  if g.publicly_visible and g.state = 'active' then
    return 'everybody';
  end if;
  if c.kind = 8 and p_organization <> c.organization_id then
    return null;
  end if;
  perform 1 from public.memberships
  where organization_id = p_organization and user_id = coalesce(c.acting_as, c.user_id) and status = 'active';
  return case when found then 'members' end;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.public_look(text), guard.my_looks(), guard.logo_audience(uuid, text) to berth_app;
reset role;
