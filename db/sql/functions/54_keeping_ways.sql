-- After a password was chosen anew by mail: whoever read the mailbox may have linked a way in of their own before, so what was
-- linked waits until its person says, with a fresh proof, that it stays (guard.reset_password).
set local role berth_guard;

-- What can still act for the acting person after their password was chosen anew: ways to sign in that wait for their word,
-- and keys that they made, in every organization.
create or replace function guard.what_stays() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare person uuid := guard.account_user();
begin
  return jsonb_build_object(
    'identities', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'provider', i.provider, 'email', i.email,
        'created_at', i.created_at, 'own', coalesce(i.vouched = u.email, false)) order by i.created_at), '[]')
      from guard.identities i join public.users u on u.id = i.user_id where i.user_id = person and i.doubted_at is not null),
    'keys', (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'label', k.label, 'organization', g.name, 'last4', k.last4,
        'created_at', k.created_at, 'last_used_at', k.last_used_at) order by g.name, k.created_at), '[]')
      from public.memberships m
      join public.organizations g on g.id = m.organization_id and g.state <> 'deleted'
      join guard.api_keys k on k.organization_id = m.organization_id and k.created_by = m.id and k.revoked_at is null
        and coalesce(k.expires_at > clock_timestamp(), true)
      where m.user_id = person),
    'has_factor', guard.has_factor(person));
end $$;

-- Says which of it stays. What else was linked goes, and keys that are named end.
create or replace function guard.keep_ways(p_keep uuid[], p_end_keys uuid[]) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare person uuid := guard.account_user();
begin
  perform guard.require_fresh();
  perform 1 from public.users where id = person for update;
  perform guard.drop_identity(i.id) from guard.identities i
  where i.user_id = person and i.doubted_at is not null and not i.id = any (p_keep);
  update guard.identities set doubted_at = null where user_id = person and doubted_at is not null;
  update guard.api_keys k set revoked_at = clock_timestamp(), ended_as = 'revoked'
  from public.memberships m
  where m.user_id = person and k.organization_id = m.organization_id and k.created_by = m.id and k.revoked_at is null
    and k.id = any (p_end_keys);
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.what_stays(), guard.keep_ways(uuid[], uuid[]) to berth_app;
reset role;
