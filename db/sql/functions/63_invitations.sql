-- Invitations: by link to an address, or as a short code. Secrets are made in Node and kept here only as keyed hashes.
-- 48 hours by the database's clock, once, revocable at once.
set local role berth_guard;

create or replace function guard.code_hash(p_secret text) returns bytea
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select sha256(s.code_key || sha256(s.code_key || convert_to(p_secret, 'UTF8'))) from guard.secrets s
$$;

drop function if exists guard.insert_invitation(uuid, text, text, text, text, uuid, text, boolean, text);
drop function if exists guard.require_may_invite(text);
drop function if exists guard.create_invitations(text, text, text, jsonb);
drop function if exists guard.organization_invitations(boolean);

-- Internal: the row of a new invitation. Role owner only from the platform, for an organization that waits for its
-- first owner; such an invitation makes earlier ones of that organization void.
create or replace function guard.insert_invitation(
  p_organization uuid, p_kind text, p_email text, p_role text, p_token text, p_invited_by uuid, p_by_name text,
  p_by_platform boolean, p_note text, p_branches uuid[] default null) returns uuid
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  invitation uuid := guard.uuid7();
  o record;
begin
  select state into o from public.organizations where id = p_organization for share;
  if p_role = 'owner' then
    if not p_by_platform or o.state is distinct from 'awaiting_owner' or p_kind <> 'link' then
      perform guard.refuse('BE022', 'Ownership moves only by a transfer.', 'owner_by_transfer');
    end if;
    update guard.invitations set revoked_at = clock_timestamp()
    where organization_id = p_organization and role_key = 'owner' and accepted_at is null and revoked_at is null;
  elsif o.state is distinct from 'active' then
    perform guard.refuse('BE022', 'This organization cannot invite people now.', 'organization_closed');
  end if;
  perform 1 from public.roles where organization_id = p_organization and key = p_role;
  if not found then
    perform guard.refuse('BE022', 'There is no such role.', 'role_unknown');
  end if;
  if not p_by_platform then
    perform guard.require_fresh_for(guard.role_rights(p_organization, p_role));
  end if;
  insert into guard.invitations (organization_id, id, kind, email, role_key, hash, note, invited_by, invited_by_name,
    by_platform, sent_at, expires_at, branch_ids)
  values (p_organization, invitation, p_kind, guard.normal_address(p_email), p_role, guard.code_hash(p_token),
    nullif(btrim(p_note), ''), p_invited_by, p_by_name, p_by_platform, case when p_kind = 'link' then clock_timestamp() end,
    clock_timestamp() + interval '48 hours', p_branches);
  return invitation;
end $$;

-- Internal: the mail of a link. p_sealed holds the link, sealed for this template and address.
create or replace function guard.mail_invitation(p_organization uuid, p_id uuid, p_sealed text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
  select guard.queue(i.organization_id, 'mail.send', jsonb_build_object('template', 'invitation', 'to', i.email,
    'props', jsonb_build_object('organization', jsonb_build_object('name', g.name, 'slug', g.slug),
      'inviter', i.invited_by_name, 'role', r.name, 'expiresAt', guard.utc_text(i.expires_at), 'timeZone', g.time_zone,
      'message', i.note),
    'sealed', p_sealed))
  from guard.invitations i
  join public.organizations g on g.id = i.organization_id
  join public.roles r on r.organization_id = i.organization_id and r.key = i.role_key
  where i.organization_id = p_organization and i.id = p_id
$$;

-- Internal: who invites in the proven context: a member, or for a key the member who made it. Refuses branches that are
-- not theirs, and a role above the context's own rights and above that member's live ones in these branches.
create or replace function guard.require_may_invite(p_role text, p_branches uuid[], out membership uuid, out label text)
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('members.invite');
  if c.kind = 6 then
    select created_by into membership from guard.api_keys k where k.id = c.credential_id;
  else
    membership := c.membership_id;
  end if;
  label := guard.acting_name();
  perform guard.require_own_branches(p_branches);
  perform guard.require_may_give(c.organization_id, guard.givable_rights_in(
    coalesce(p_branches, guard.branches_of(c.organization_id, guard.acting_membership()))), p_role);
end $$;

-- p_items: [{email, token, sealed}] for links, [{token}] for a code. Answers per item
-- {email, id, outcome: created | already_member | already_invited}. p_role null: the organization's default role;
-- p_branches null: wherever the inviter is.
create or replace function guard.create_invitations(
  p_kind text, p_role text, p_note text, p_items jsonb, p_branches uuid[] default null) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  chosen text := coalesce(p_role, (select default_role_key from public.organizations where id = c.organization_id));
  inviter record := guard.require_may_invite(chosen, p_branches);
  item jsonb;
  address text;
  made uuid;
  outcome text;
  answer jsonb := '[]';
begin
  for item in select value from jsonb_array_elements(p_items) loop
    address := case when p_kind = 'link' then guard.normal_address(item ->> 'email') end;
    made := null;
    outcome := 'created';
    if address is not null then
      -- Two people who invite the same address at once make one invitation.
      perform guard.take_turns('invitation|' || c.organization_id || '|' || address);
      if exists (select 1 from public.memberships where organization_id = c.organization_id and email = address) then
        outcome := 'already_member';
      elsif exists (select 1 from guard.invitations where organization_id = c.organization_id and email = address
        and accepted_at is null and revoked_at is null and expires_at > clock_timestamp()) then
        outcome := 'already_invited';
      end if;
    end if;
    if outcome = 'created' then
      made := guard.insert_invitation(c.organization_id, p_kind, address, chosen, item ->> 'token', inviter.membership,
        inviter.label, false, p_note, p_branches);
      if p_kind = 'link' then
        perform guard.mail_invitation(c.organization_id, made, item ->> 'sealed');
      end if;
    end if;
    answer := answer || jsonb_build_object('email', address, 'id', made, 'outcome', outcome);
  end loop;
  return answer;
end $$;

-- A new secret and 48 new hours; the old secret opens nothing any more. Whoever resends answers for it from then on.
create or replace function guard.resend_invitation(p_id uuid, p_token text, p_sealed text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  inviter record;
  i record;
begin
  perform guard.require('members.invite');
  select * into i from guard.invitations where organization_id = c.organization_id and id = p_id for update;
  if not found then
    perform guard.refuse('BE004', 'There is no such invitation.');
  end if;
  perform guard.require_open_invitation(i.accepted_at, i.accepted_by_name, i.revoked_at);
  inviter := guard.require_may_invite(i.role_key, i.branch_ids);
  update guard.invitations set hash = guard.code_hash(p_token), expires_at = clock_timestamp() + interval '48 hours',
    sent_at = case when kind = 'link' then clock_timestamp() end, opened_at = null, seat_told_at = null, resent = resent + 1,
    invited_by = inviter.membership, invited_by_name = inviter.label
  where organization_id = c.organization_id and id = p_id;
  if i.kind = 'link' then
    perform guard.mail_invitation(c.organization_id, p_id, p_sealed);
  end if;
end $$;

create or replace function guard.require_open_invitation(p_accepted timestamptz, p_by text, p_revoked timestamptz) returns void
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if p_accepted is not null then
    perform guard.refuse('BE009', coalesce(p_by, 'Somebody') || ' accepted this invitation already.', 'accepted');
  elsif p_revoked is not null then
    perform guard.refuse('BE009', 'This invitation was revoked already.', 'revoked');
  end if;
end $$;

create or replace function guard.revoke_invitation(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  i record;
begin
  perform guard.require('invitations.revoke');
  update guard.invitations set revoked_at = clock_timestamp(), revoked_by = c.membership_id
  where organization_id = c.organization_id and id = p_id and accepted_at is null and revoked_at is null;
  if found then
    return;
  end if;
  select accepted_at, accepted_by_name, revoked_at into i from guard.invitations
  where organization_id = c.organization_id and id = p_id;
  if not found then
    perform guard.refuse('BE004', 'There is no such invitation.');
  end if;
  perform guard.require_open_invitation(i.accepted_at, i.accepted_by_name, i.revoked_at);
end $$;

-- The organization's invitations without their secrets. p_open: unused, unexpired and not revoked; else the history.
create or replace function guard.organization_invitations(p_open boolean)
returns table (id uuid, kind text, email text, role_key text, role_name text, note text, invited_by uuid,
  invited_by_name text, created_at timestamptz, expires_at timestamptz, state text, state_at timestamptz,
  accepted_by uuid, accepted_by_name text, revoked_by_name text, resent int, branches jsonb)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('invitations.view');
  return query
  select i.id, i.kind, i.email, coalesce(i.role_key, ''), coalesce(r.name, 'A role that was deleted'), i.note, i.invited_by,
    i.invited_by_name, i.created_at, i.expires_at, s.state, case s.state when 'accepted' then i.accepted_at when 'revoked' then i.revoked_at
      when 'expired' then i.expires_at when 'opened' then i.opened_at else i.created_at end,
    i.accepted_by, i.accepted_by_name, m.name, i.resent, guard.branches_shown(i.branch_ids)
  from guard.invitations i
  left join public.roles r on r.organization_id = i.organization_id and r.key = i.role_key
  left join public.memberships m on m.organization_id = i.organization_id and m.id = i.revoked_by
  cross join lateral (select case when i.accepted_at is not null then 'accepted' when i.revoked_at is not null then 'revoked'
    when i.expires_at <= clock_timestamp() then 'expired' when i.opened_at is not null then 'opened'
    else 'sent' end as state) s
  where i.organization_id = c.organization_id and p_open = (s.state in ('sent', 'opened'));
end $$;

-- How many are open; null where the context may not see them.
create or replace function guard.count_invitations() returns int
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if not guard.holds('invitations.view') then
    return null;
  end if;
  return (select count(*) from guard.invitations where organization_id = c.organization_id and accepted_at is null
    and revoked_at is null and expires_at > clock_timestamp());
end $$;

-- What a secret invites to, without using it up; null for every secret that opens nothing, whatever the cause.
-- p_opened notes that somebody looked.
create or replace function guard.peek_invitation(p_secret text, p_opened boolean) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  i record;
begin
  if c.kind not in (2, 3) then raise insufficient_privilege using message = 'no account or public context'; end if;
  select v.organization_id, v.id, v.kind, v.email, v.invited_by_name, v.by_platform, v.note, v.expires_at, v.role_key,
    v.branch_ids, v.opened_at, g.name as organization_name, g.slug, r.name as role_name into i
  from guard.invitations v
  join public.organizations g on g.id = v.organization_id
  join public.roles r on r.organization_id = v.organization_id and r.key = v.role_key
  where v.hash = guard.code_hash(p_secret) and v.accepted_at is null and v.revoked_at is null
    and v.expires_at > clock_timestamp() and g.state = case v.role_key when 'owner' then 'awaiting_owner' else 'active' end;
  if not found then
    return null;
  end if;
  if p_opened and i.opened_at is null then
    update guard.invitations set opened_at = clock_timestamp() where organization_id = i.organization_id and id = i.id;
  end if;
  return jsonb_build_object('kind', i.kind, 'email', i.email, 'organization', i.organization_name, 'slug', i.slug,
    'inviter', i.invited_by_name, 'byPlatform', i.by_platform, 'roleKey', i.role_key, 'role', i.role_name, 'note', i.note,
    'expiresAt', guard.utc_text(i.expires_at), 'branches', guard.branch_names(i.organization_id, i.branch_ids),
    'hasAccount', exists (select 1 from public.users u where u.email = i.email),
    'me', (select jsonb_build_object('name', u.name, 'email', u.email) from public.users u where u.id = c.user_id),
    'alreadyMember', exists (select 1 from public.memberships m where m.organization_id = i.organization_id and m.user_id = c.user_id));
end $$;

-- Why a link opens nothing any more: `used`, `revoked` or `expired`, with its organization; null for what never was one,
-- and for codes, which can be guessed at.
create or replace function guard.dead_invitation(p_secret text) returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 3 then raise insufficient_privilege using message = 'no public context'; end if;
  return (select jsonb_build_object('organization', g.name, 'slug', g.slug, 'inviter', v.invited_by_name,
      'state', case when v.accepted_at is not null then 'used' when v.revoked_at is not null then 'revoked'
        else 'expired' end)
    from guard.invitations v join public.organizations g on g.id = v.organization_id and g.state = 'active'
    where v.hash = guard.code_hash(p_secret) and v.kind = 'link'
      and (v.accepted_at is not null or v.revoked_at is not null or v.expires_at <= clock_timestamp()));
end $$;

-- Internal: notices of an acceptance, for who manages members and for the inviter. Before the membership exists, so that
-- nobody is told of their own joining.
create or replace function guard.tell_of_joining(
  p_organization uuid, p_inviter uuid, p_held bit, p_name text, p_role text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  title text := p_name || ' joined';
  body text := 'By invitation, as ' || (select name from public.roles where organization_id = p_organization and key = p_role);
begin
  perform guard.notify_permission(p_organization, 'members.manage', 'member_joined', title, body, '/members');
  if get_bit(p_held, (select position from guard.permissions where key = 'members.manage')) <> 1 then
    perform guard.notify_user(p_organization, m.user_id, 'member_joined', title, body, '/')
    from public.memberships m where m.organization_id = p_organization and m.id = p_inviter;
  end if;
end $$;

-- Internal: the one way from an invitation to a membership. Locks the invitation, so that of any number at once exactly
-- one goes on; checks the inviter's live rights; joins; consumes. The context must name the person.
create or replace function guard.use_invitation(p_organization uuid, p_id uuid, p_user uuid) returns jsonb
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  i record;
  person record;
  g record;
  membership uuid;
  made boolean := false;
begin
  select * into i from guard.invitations where organization_id = p_organization and id = p_id and accepted_at is null
    and revoked_at is null and expires_at > clock_timestamp() for update;
  if not found then
    perform guard.refuse('BE022', 'This invitation is no longer valid. Ask for a new one.', 'invitation_dead');
  end if;
  select id, name, email, email_verified_at into strict person from public.users where id = p_user;
  if i.kind = 'link' and (person.email <> i.email or person.email_verified_at is null) then
    perform guard.refuse('BE022', 'This invitation is for another address. Sign in with that address to accept it.', 'other_address');
  end if;
  select id, slug, name, state into g from public.organizations where id = p_organization for no key update;
  if g.state <> (case i.role_key when 'owner' then 'awaiting_owner' else 'active' end) then
    perform guard.refuse('BE022', 'This invitation is no longer valid. Ask for a new one.', 'invitation_dead');
  end if;
  select id into membership from public.memberships where organization_id = p_organization and user_id = p_user;
  if membership is not null and i.kind = 'code' then
    -- A code is for somebody else then, and stays usable.
    return jsonb_build_object('organization_id', p_organization, 'slug', g.slug, 'name', g.name, 'joined', false);
  end if;
  if membership is null then
    if not i.by_platform then
      perform 1 from public.memberships where organization_id = p_organization and id = i.invited_by for share;
      if not guard.still_may(p_organization, i.invited_by, 'members.invite', i.role_key,
        coalesce(i.branch_ids, guard.branches_of(p_organization, i.invited_by))) then
        perform guard.refuse('BE022', coalesce(i.invited_by_name, 'The person who invited you')
          || ' may no longer invite people with this role. Ask for a new invitation.', 'inviter_rights');
      end if;
      perform guard.tell_of_joining(p_organization, i.invited_by, guard.computed_rights(p_organization, i.invited_by),
        person.name, i.role_key);
    end if;
    if i.role_key = 'owner' then
      update public.organizations set state = 'active' where id = p_organization;
    end if;
    membership := guard.join(p_organization, p_user, i.role_key, case when i.by_platform then 'platform' else 'invitation' end, i.invited_by,
      i.branch_ids);
    made := true;
  end if;
  update guard.invitations set accepted_at = clock_timestamp(), accepted_by = membership, accepted_by_name = person.name
  where organization_id = p_organization and id = p_id;
  return jsonb_build_object('organization_id', p_organization, 'slug', g.slug, 'name', g.name, 'joined', made);
end $$;

-- For somebody signed in, by the secret. Answers {organization_id, slug, name, joined}.
create or replace function guard.accept_invitation(p_secret text) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  i record;
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  select organization_id, id into i from guard.invitations where hash = guard.code_hash(p_secret);
  return guard.use_invitation(i.organization_id, i.id, c.user_id);
end $$;

-- For somebody signed in, from the list of their own: the verified address is the proof.
create or replace function guard.accept_my_invitation(p_id uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  i record;
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  select v.organization_id, v.id into i from guard.invitations v join public.users u on u.email = v.email
  where v.id = p_id and v.kind = 'link' and u.id = c.user_id and u.email_verified_at is not null;
  if not found then
    perform guard.refuse('BE004', 'There is no such invitation.');
  end if;
  return guard.use_invitation(i.organization_id, i.id, c.user_id);
end $$;

-- Without an account, by link: account, membership and consumption together; the link proves the address. Answers as
-- accept_invitation, with the new session's secret.
create or replace function guard.accept_invitation_new(
  p_secret text, p_name text, p_salt bytea, p_params jsonb, p_raw bytea, p_device text, p_request jsonb) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  i record;
  person uuid;
  answer jsonb;
begin
  if c.kind <> 3 then raise insufficient_privilege using message = 'no public context'; end if;
  select organization_id, id, email into i from guard.invitations where hash = guard.code_hash(p_secret) and kind = 'link'
    and accepted_at is null and revoked_at is null and expires_at > clock_timestamp() for update;
  if not found then
    perform guard.refuse('BE022', 'This invitation is no longer valid. Ask for a new one.', 'invitation_dead');
  end if;
  person := guard.create_user(i.email, p_name, p_salt, p_params, sha256(p_raw));
  perform guard.set_context(2, null, person, null, null, null, null, c.operation, 'session', p_request,
    clock_timestamp() + interval '60 seconds');
  answer := guard.use_invitation(i.organization_id, i.id, person);
  return answer || jsonb_build_object('session', guard.create_session(person, 'password', p_device, p_request));
end $$;

-- Tells those who can make room that somebody with an invitation, or with an approval in their hands, found no seat: once for
-- each, until it is sent again. Written after the refused transaction, which took everything back; it looks for itself. Whoever
-- knows no live secret or id tells nobody anything.
create or replace function guard.tell_no_seat(p_operation text, p_secret text, p_invitation uuid, p_request jsonb) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  i record;
  t record;
begin
  perform guard.set_context(3, null, null, null, null, null, null, p_operation, 'none', p_request,
    clock_timestamp() + interval '60 seconds');
  select v.organization_id, v.id, v.email into i from guard.invitations v
  join public.organizations g on g.id = v.organization_id and g.state = 'active'
  where (v.hash = guard.code_hash(p_secret) or v.id = p_invitation) and v.accepted_at is null and v.revoked_at is null
    and v.expires_at > clock_timestamp();
  if found then
    if guard.has_room(i.organization_id, 'max_users') then
      return;
    end if;
    update guard.invitations v set seat_told_at = clock_timestamp()
    where v.organization_id = i.organization_id and v.id = i.id and v.seat_told_at is null;
    if found then
      perform guard.notify_permission(i.organization_id, 'members.manage', 'plan.limit',
        coalesce(i.email, 'Somebody with a code') || ' finds no seat',
        'They accepted their invitation and no seat is left. Suspend or remove somebody to make room; they can then accept it again.',
        '/members');
    end if;
    return;
  end if;
  select k.organization_id, k.record_id into t from guard.tokens k
  join public.organizations g on g.id = k.organization_id and g.state = 'active'
  where k.hash = guard.secret_hash(p_secret) and k.kind = 'activation' and k.used_at is null and k.expires_at > clock_timestamp();
  if found then
    perform guard.finds_seat(t.organization_id, t.record_id, null);
  end if;
end $$;

-- Open invitations to the acting person's verified address, of organizations that they do not belong to yet.
create or replace function guard.my_invitations()
returns table (id uuid, organization text, slug text, role text, inviter text, note text, created_at timestamptz, expires_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
  select i.id, g.name, g.slug, r.name, i.invited_by_name, i.note, i.created_at, i.expires_at
  from guard.proven() c
  join public.users u on u.id = c.user_id and u.email_verified_at is not null
  join guard.invitations i on i.email = u.email and i.kind = 'link' and i.accepted_at is null and i.revoked_at is null
    and i.expires_at > clock_timestamp()
  join public.organizations g on g.id = i.organization_id
    and g.state = case i.role_key when 'owner' then 'awaiting_owner' else 'active' end
  join public.roles r on r.organization_id = i.organization_id and r.key = i.role_key
  where c.kind in (1, 2) and not exists (select 1 from public.memberships m
    where m.organization_id = i.organization_id and m.user_id = c.user_id)
  order by i.created_at desc, i.id
$$;

revoke all on all functions in schema guard from public;
grant execute on function guard.create_invitations(text, text, text, jsonb, uuid[]), guard.resend_invitation(uuid, text, text),
  guard.revoke_invitation(uuid), guard.organization_invitations(boolean), guard.count_invitations(),
  guard.peek_invitation(text, boolean), guard.dead_invitation(text), guard.accept_invitation(text), guard.accept_my_invitation(uuid),
  guard.accept_invitation_new(text, text, bytea, jsonb, bytea, text, jsonb), guard.my_invitations(),
  guard.tell_no_seat(text, text, uuid, jsonb) to berth_app;
reset role;
