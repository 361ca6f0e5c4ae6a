-- What lies beside records tells of them too: the trail, and what others import and export. Who is limited to branches
-- finds there what they may see, and their own.
set local role berth_guard;

-- Whose an entry about a record of this kind is, where branches limit who reads it: by the permission to view, of the record's
-- branch; of the branch or the person that it is itself about; or everybody's. A kind that stands nowhere here is nobody's
-- who is limited, and the wall's rule `trail-kind` names it.
create or replace function guard.trail_kind(p_type text) returns text
language plpgsql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
begin
  return case
    when p_type in ('shipments', 'shipment_parcels', 'shipment_events') then 'shipments.view'
    when p_type in ('orders', 'order_lines') then 'orders.view'
    when p_type in ('pieces', 'assets', 'customers', 'addresses') then p_type || '.view'
    when p_type = 'branches' then 'branch'
    when p_type in ('imports', 'audit_exports') then 'person'
    when p_type in ('organizations', 'memberships', 'membership_branches', 'roles', 'role_inheritance', 'delegations',
      'registration_requests', 'invitations', 'ownership_transfers', 'api_keys', 'sessions', 'users', 'super_admins',
      'impersonations', 'group_links', 'operations', 'installation', 'jobs', 'servers', 'saved_views', 'parcels', 'products',
      'templates', 'carrier_connections', 'notice_preferences', 'webhook_endpoints', 'webhook_deliveries') then 'everybody' end;
end $$;

-- For the policy of the trail: whether whoever acts may see the record that an entry tells of. Of a record that is gone
-- nobody knows the branch any more, so its entries are for those who are everywhere.
create or replace function guard.sees_entry(p_type text, p_record uuid) returns boolean
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  l record := guard.limited_membership();
  kind text := guard.trail_kind(p_type);
  branch uuid;
  there boolean;
begin
  if l.membership is null or kind = 'everybody' then
    return true;
  elsif kind is null then
    return false;
  elsif kind = 'branch' then
    return guard.is_of_branch(p_record);
  elsif kind = 'person' then
    execute format('select exists (select from public.%I where organization_id = $1 and id = $2 and membership_id = $3)', p_type)
    into there using l.organization, p_record, l.membership;
    return there;
  end if;
  execute format('select branch_id, true from public.%I where organization_id = $1 and id = $2', p_type)
  into branch, there using l.organization, p_record;
  return coalesce(there, false) and case when p_type in ('customers', 'addresses') then guard.in_branch_or_shared(branch, kind)
    else guard.in_branch(branch, kind) end;
end $$;

-- For the policies of files that people bring and take: of another's, who is limited sees nothing.
create or replace function guard.is_own(p_membership uuid) returns boolean
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare l record := guard.limited_membership();
begin
  return l.membership is null or l.membership = p_membership;
end $$;

create or replace function guard.is_own_import(p_import uuid) returns boolean
language plpgsql stable parallel restricted security definer
set search_path = pg_catalog, pg_temp
as $$
declare l record := guard.limited_membership();
begin
  return l.membership is null or exists (select from public.imports i
    where i.organization_id = l.organization and i.id = p_import and i.membership_id = l.membership);
end $$;

-- Acts that reach beyond any branch, by the permission that opens them, each with the sentence that refuses it to whoever is
-- limited to branches although they hold the permission.
create or replace function guard.everywhere_acts() returns jsonb
language sql immutable parallel safe
set search_path = pg_catalog, pg_temp
as $$
  select jsonb_build_object(
    'audit.export', 'The audit trail is exported by somebody of all branches.',
    'branches.manage', 'Closing a branch moves people and records: somebody of all branches does that.',
    'webhooks.manage', 'Webhooks carry what happens in all branches, so somebody of all branches sees to them.')
$$;

drop function if exists guard.require_everywhere();
create or replace function guard.require_everywhere(p_permission text) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if (guard.limited_membership()).membership is not null then
    perform guard.refuse('BE003', guard.everywhere_acts() ->> p_permission, 'all_branches_needed', p_permission);
  end if;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.sees_entry(text, uuid), guard.is_own(uuid), guard.is_own_import(uuid) to berth_app;
grant execute on function guard.trail_kind(text) to berth_owner;
reset role;
