-- Why somebody may or may not: the evidence from which 30_rights.sql decides, for one member or key, told so that the
-- decision can be worked out again from it (lib/explain/decide.ts). Which of it is live is told too.
set local role berth_guard;

create or replace function guard.permission_names(p_rights bit) returns text[]
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(key order by position), '{}') from guard.permissions where get_bit(p_rights, position) = 1
$$;

-- Internal: the closure of roles, each with its own permissions and what it inherits directly.
create or replace function guard.roles_evidence(p_organization uuid, p_roles text[]) returns jsonb
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select jsonb_agg(jsonb_build_object('key', r.key, 'name', r.name, 'permissions', to_jsonb(r.permissions), 'inherits',
    coalesce((select jsonb_agg(i.inherits_key order by i.inherits_key) from public.role_inheritance i
      where i.organization_id = p_organization and i.role_key = r.key), '[]')) order by r.position, r.key)
  from (select distinct closure.key from unnest(p_roles) as asked(key)
    cross join lateral guard.role_closure(p_organization, asked.key) as closure(key)) closure
  join public.roles r on r.organization_id = p_organization and r.key = closure.key
$$;

-- Internal: the branches of a member whose rights differ by branch, with the role in each; null where they do not. Who
-- looks and is not of a branch does not learn its name.
create or replace function guard.branches_evidence(p_organization uuid, p_membership uuid) returns jsonb
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', nullif(r.branch, guard.no_branch()), 'role', r.role, 'name',
      (select b.name from public.branches b where b.organization_id = p_organization and b.id = r.branch
        and guard.is_of_branch(b.id))) order by r.branch), '[]')
    from guard.branch_roles(p_organization, p_membership) r
    having guard.is_limited(p_organization, p_membership));
end $$;

-- Internal: loans to a member that have not ended, with what the giver holds of them at this moment.
create or replace function guard.loans_evidence(p_organization uuid, p_membership uuid) returns jsonb
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'from', jsonb_build_object('id', m.id, 'name', m.name),
    'permissions', to_jsonb(d.permissions), 'held', to_jsonb(guard.permission_names(guard.loan_rights(d.organization_id,
      d.from_membership_id, d.to_membership_id, d.permissions))),
    'begun', d.starts_at <= statement_timestamp(), 'startsAt', guard.utc_text(d.starts_at),
    'endsAt', guard.utc_text(d.ends_at)) order by d.ends_at), '[]')
  from public.delegations d
  join public.memberships m on m.organization_id = d.organization_id and m.id = d.from_membership_id
  where d.organization_id = p_organization and d.to_membership_id = p_membership and d.ended_at is null
    and d.ends_at > statement_timestamp());
end $$;

-- Internal: what the organization's policy demands of a member's sign-in, and whether none of their sessions here meets it:
-- all came from outside of the networks, in ways that do not count, or by identities that do not.
create or replace function guard.policy_evidence(p_organization uuid, p_membership uuid) returns jsonb
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (select jsonb_build_object('networks', r.networks is not null, 'ways', to_jsonb(g.sign_in_ways), 'issuers', to_jsonb(g.sign_in_issuers),
    'outside', r.networks is not null and coalesce(bool_and(not guard.is_within(r.networks, s.address)), false),
    'otherWay', coalesce(bool_and(not s.ways && r.methods), false),
    'otherIdentity', coalesce(bool_and(not s.ways && r.methods) and bool_or(s.identity_id is not null
      and s.method = any (coalesce(g.sign_in_ways, array[s.method]))), false),
    'factor', coalesce(r.factor_from < clock_timestamp(), false), 'hasFactor', guard.has_factor(r.user_id))
  from guard.rights r
  join public.organizations g on g.id = r.organization_id
  left join guard.sessions s on s.organization_id = r.organization_id and s.user_id = r.user_id and s.impersonation_id is null
    and guard.is_live(s.revoked_at, s.expires_at, s.idle_until)
  where r.organization_id = p_organization and r.membership_id = p_membership
  group by r.organization_id, r.membership_id, r.user_id, r.networks, r.methods, r.factor_from, g.sign_in_ways, g.sign_in_issuers);
end $$;

-- The evidence for a member, or for a key and its maker; neither: the acting one's own. Others' needs members.view or
-- roles.view, a key's also keys.view.
create or replace function guard.access_evidence(p_membership uuid, p_key uuid) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  asked_key uuid := coalesce(p_key, case when c.kind = 6 and p_membership is null then c.credential_id end);
  subject uuid := case when asked_key is null then coalesce(p_membership, c.membership_id) end;
  k record;
  m record;
  state text;
  held bit(256) := repeat('0', 256)::bit(256);
begin
  perform guard.require('organization.view');
  select g.state into state from public.organizations g where g.id = c.organization_id;
  select null::uuid as id, null::text as label, null::bit(256) as rights, null::uuid as created_by, false as revoked,
    false as expired into k;
  if asked_key is not null then
    if c.kind <> 6 or asked_key <> c.credential_id then
      perform guard.require('keys.view');
    end if;
    select a.id, a.label, a.rights, a.created_by, a.revoked_at is not null as revoked,
      coalesce(a.expires_at <= clock_timestamp(), false) as expired into k
    from guard.api_keys a where a.organization_id = c.organization_id and a.id = asked_key;
    if not found then
      perform guard.refuse('BE004', 'There is no such key.');
    end if;
    subject := k.created_by;
  end if;
  if subject is distinct from guard.acting_membership() and not guard.holds('roles.view') then
    perform guard.require('members.view');
  end if;
  select x.id, x.name, x.status, x.role_key, x.flags into m from public.memberships x
  where x.organization_id = c.organization_id and x.id = subject;
  if not found and asked_key is null then
    perform guard.refuse('BE004', 'There is no such member.');
  end if;
  if k.id is null then
    held := guard.live_rights(c.organization_id, m.id);
  elsif not (k.revoked or k.expired) then
    held := guard.key_rights(k.rights, k.created_by, guard.live_rights(c.organization_id, m.id))
      & guard.plan_rights(c.organization_id);
    if 'api' = any (guard.withheld_features(c.organization_id)) then
      held := repeat('0', 256)::bit(256);
    end if;
  end if;
  return jsonb_build_object('organization', state,
    'plan', (select jsonb_build_object('name', coalesce(p.name, g.plan), 'withheld',
        to_jsonb(guard.permission_names(~guard.plan_rights(g.id))), 'keys', 'api' <> all (guard.withheld_features(g.id)))
      from public.organizations g left join guard.plans p on p.key = g.plan where g.id = c.organization_id),
    'member', case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name, 'status', m.status,
      'role', m.role_key, 'flags', to_jsonb(m.flags), 'roles', guard.roles_evidence(c.organization_id, m.role_key
        || array(select r.role from guard.branch_roles(c.organization_id, m.id) r)),
      'policy', guard.policy_evidence(c.organization_id, m.id), 'branches', guard.branches_evidence(c.organization_id, m.id),
      'byBranch', to_jsonb(guard.permission_names(guard.by_branch())), 'everywhere', guard.everywhere_acts(),
      'loans', guard.loans_evidence(c.organization_id, m.id)) end,
    'key', case when k.id is not null then jsonb_build_object('id', k.id, 'label', k.label, 'revoked', k.revoked,
      'expired', k.expired, 'bound', k.created_by is not null, 'permissions', to_jsonb(guard.permission_names(k.rights))) end,
    'live', to_jsonb(guard.permission_names(held)));
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.access_evidence(uuid, uuid) to berth_app;
reset role;
