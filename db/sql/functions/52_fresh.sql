-- A fresh proof of who acts: what counts as one, and for what it is wanted.
set local role berth_guard;

create or replace function guard.has_factor(p_user uuid) returns boolean
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return exists (select 1 from guard.factors f where f.user_id = p_user and f.confirmed_at is not null);
end $$;

-- Internal: what a person proves again when it matters, the strongest that they have. Who has neither a factor nor a password
-- signs in at their provider again.
create or replace function guard.proof_of(p_user uuid) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return case when guard.has_factor(p_user) then 'factor'
    when exists (select 1 from guard.credentials c where c.user_id = p_user)
      or not exists (select 1 from guard.identities i where i.user_id = p_user) then 'password'
    else 'provider' end;
end $$;

create or replace function guard.refuse_stale(p_user uuid) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  case guard.proof_of(p_user)
    when 'factor' then perform guard.refuse('BE006', 'Enter a code from your authenticator app to continue.', 'factor');
    when 'provider' then perform guard.refuse('BE006', 'Sign in again to continue.', 'provider');
    else perform guard.refuse('BE006', 'Enter your password to continue.', 'password');
  end case;
end $$;

-- Permissions whose holders decide about others: what "owners and admins" means, also for roles of an organization's own.
create or replace function guard.is_powerful(p_rights bit) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select exists (select 1 from guard.permissions p
    where p.key in ('members.manage', 'members.set_role', 'roles.manage', 'settings.manage', 'organization.transfer')
      and get_bit(p_rights, p.position) = 1)
$$;

-- A person proves again who they are. A key's maker did when they made it, a super admin when they raised themselves.
create or replace function guard.require_fresh_person() returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if (select c.kind = 1 and c.acting_as is null from guard.proven() c) then
    perform guard.require_fresh();
  end if;
end $$;

-- Whoever makes somebody powerful proves again who they are.
create or replace function guard.require_fresh_for(p_given bit) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if guard.is_powerful(p_given) then
    perform guard.require_fresh_person();
  end if;
end $$;

-- Internal, for the console: within half an hour, and with a second factor where the installation wants one.
create or replace function guard.require_operator_proof(p_session uuid) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare s record;
begin
  select x.user_id, x.confirmed_at, x.factor, a.paused_at, greatest(a.granted_at, i.factor_since)
    + make_interval(days => i.factor_grace_days) as factor_from, i.factor_for into s
  from guard.sessions x join guard.super_admins a on a.user_id = x.user_id and a.revoked_at is null
  cross join guard.installation i where x.id = p_session;
  if s.paused_at is not null then
    perform guard.refuse('BE007', 'Your password was chosen anew by mail, without a second factor. The console opens again once another super admin, or whoever runs this installation, confirms that it was you.', 'console_paused');
  end if;
  if s.factor_for <> 'nobody' and s.factor_from < clock_timestamp() and not guard.has_factor(s.user_id) then
    perform guard.refuse('BE007', 'The console wants a second factor. Set one up to go on.', 'factor_required');
  end if;
  if s.confirmed_at is null or s.confirmed_at < clock_timestamp() - interval '30 minutes' then
    perform guard.refuse_stale(s.user_id);
  end if;
end $$;

-- Whether the acting person proved themselves just now, for what follows outside of this transaction.
create or replace function guard.check_fresh() returns void
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_fresh_person();
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.check_fresh() to berth_app;
reset role;
