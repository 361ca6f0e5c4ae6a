-- Where a super admin has no second factor, whoever reads their mailbox can choose their password. So a reset by mail closes
-- the console to them until another super admin, or the operator of the installation, says that it was them.
set local role berth_guard;

-- Internal, for guard.reset_password. The other super admins are told at once.
create or replace function guard.pause_console(p_user uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  if guard.has_factor(p_user) then
    return;
  end if;
  update guard.super_admins set paused_at = clock_timestamp() where user_id = p_user and revoked_at is null;
  if not found then
    return;
  end if;
  perform guard.queue(null, 'mail.send', jsonb_build_object('template', 'console-paused', 'to', other.email, 'props',
    jsonb_build_object('name', other.name, 'person', guard.person_label(p_user), 'at', guard.utc_text(clock_timestamp()),
      'timeZone', other.time_zone)))
  from guard.super_admins a join public.users other on other.id = a.user_id
  where a.revoked_at is null and a.paused_at is null and a.user_id <> p_user;
end $$;

-- Another super admin opens the console to them again.
create or replace function guard.confirm_super_admin(p_user uuid, p_reason text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_act_on_another(p_user, 'Another super admin confirms you.', p_reason, 'Say how you made sure that it was them; it stays on the record.');
  update guard.super_admins set paused_at = null where user_id = p_user and revoked_at is null and paused_at is not null;
  if not found then
    perform guard.refuse('BE022', 'The console is not closed to this person.', 'not_paused');
  end if;
  perform guard.record_platform('console_confirmed', 'users', p_user, jsonb_build_object('person', guard.person_label(p_user),
    'reason', left(btrim(p_reason), 300)));
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.confirm_super_admin(uuid, text) to berth_app;
reset role;
