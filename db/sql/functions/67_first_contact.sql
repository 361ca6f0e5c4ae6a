-- What a machine asks for at first contact: the organizations of the proven person with all that the set-up asked for.
set local role berth_guard;

create or replace function guard.my_organization_information()
returns table (id uuid, slug text, name text, company_name text, industry text, company_size text, city text, country text,
  currency text, time_zone text, weight_unit text, dimension_unit text, role_template text, default_role_key text,
  plan text, state text, created_at timestamptz, membership_id uuid, role_key text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select g.id, g.slug, g.name, g.company_name, g.industry, g.company_size, g.city, g.country, g.currency, g.time_zone,
    g.weight_unit, g.dimension_unit, g.role_template, g.default_role_key, g.plan, g.state, g.created_at, m.id, m.role_key
  from guard.proven() c
  join public.memberships m on m.user_id = c.user_id and m.status = 'active'
  join public.organizations g on g.id = m.organization_id and g.state in ('active', 'suspended')
  where c.kind = 2 or c.kind = 1 and g.id = c.organization_id
$$;

revoke all on all functions in schema guard from public;
grant execute on function guard.my_organization_information() to berth_app;
reset role;
