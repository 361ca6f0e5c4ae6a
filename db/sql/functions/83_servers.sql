-- Servers of the installation: they create organizations, each with an invitation for its first owner, and add people to the
-- ones that they created: at once whoever agreed to that by the installation's terms, and by an invitation everybody else.
-- Every answer is the same, whether somebody has an account, is a member, agreed, or was never heard of.
set local role berth_guard;

create or replace function guard.server_label(p_server uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$ select 'Server ' || label from guard.server_keys where id = p_server $$;

-- Opens the platform for a live server credential, for what its scopes name and nothing else. Kind 9: no function of the
-- console (kind 4) or of an organization takes it for its own.
create or replace function guard.open_server(p_secret text, p_operation text, p_request jsonb) returns text
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  o record;
  k record;
begin
  select scope, permission into o from guard.operations where name = p_operation;
  if not found or o.scope <> 'platform' or o.permission not like 'server.%' then
    raise insufficient_privilege using message = 'unknown operation';
  end if;
  update guard.server_keys s set last_used_at = clock_timestamp(), last_used_address = left(p_request ->> 'address', 64)
  where s.hash = guard.secret_hash(p_secret) and s.revoked_at is null and s.expires_at > clock_timestamp()
  returning s.id, s.scopes into k;
  if not found then
    perform guard.refuse('BE001', 'This server credential is not valid, was revoked, or is over.', 'server_key_invalid');
  end if;
  if substr(o.permission, 8) <> all (k.scopes) then
    perform guard.refuse('BE003', 'This server credential was not made for this.', 'scope_missing', o.permission);
  end if;
  perform guard.set_context(9, null, null, null, k.id, null, null, p_operation, 'server', p_request,
    clock_timestamp() + interval '60 seconds');
  return guard.answer(null);
end $$;

-- Internal: the server of the context, for what this scope opens.
create or replace function guard.require_server(p_scope text) returns uuid
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform 1 from guard.server_keys s where s.id = c.credential_id and p_scope = any (s.scopes) and s.revoked_at is null;
  if c.kind <> 9 or not found then
    raise insufficient_privilege using message = 'no server context';
  end if;
  return c.credential_id;
end $$;

-- p_settings: {"plan", "limits", "features"}, each of them or none.
drop function if exists guard.create_organization_by_server(jsonb, text, text, text, text);
create or replace function guard.create_organization_by_server(
  p_profile jsonb, p_slug text, p_email text, p_token text, p_sealed text, p_settings jsonb) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  server uuid := guard.require_server('organizations.create');
  o uuid := guard.make_organization(p_profile, p_slug, null);
  invitation uuid;
begin
  insert into guard.server_organizations (organization_id, server_id) values (o, server);
  perform guard.settle_server_plan(o, p_settings);
  invitation := guard.insert_invitation(o, 'link', p_email, 'owner', p_token, null, guard.server_label(server), true, null);
  perform guard.mail_invitation(o, invitation, p_sealed);
  perform guard.record_platform('create', 'organizations', o, jsonb_build_object('name', p_profile ->> 'name', 'slug', p_slug));
  return o;
end $$;

-- Internal: the role that a server gives there, refused where it cannot be one.
create or replace function guard.role_by_server(p_server uuid, p_organization uuid, p_role text) returns text
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare chosen text;
begin
  select coalesce(p_role, g.default_role_key) into chosen from public.organizations g
  join guard.server_organizations s on s.organization_id = g.id and s.server_id = p_server
  where g.id = p_organization and g.state = 'active';
  if not found then
    perform guard.refuse('BE004', 'There is no such organization.', 'organization_unknown');
  end if;
  perform 1 from public.roles r where r.organization_id = p_organization and r.key = chosen;
  if not found or chosen = 'owner' then
    perform guard.refuse('BE022', 'There is no such role, or it is the owner''s.', 'role_unknown');
  end if;
  -- What gives power over others is given by people of the organization, who prove themselves for it.
  if guard.is_powerful(guard.role_rights(p_organization, chosen)) then
    perform guard.refuse('BE022', 'A server cannot give a role with power over others. Let somebody of the organization invite them.', 'role_too_powerful');
  end if;
  return chosen;
end $$;

drop function if exists guard.invite_by_server(uuid, text, text, text, text);
-- Somebody is to belong to an organization that this server created, by their address or the id of a person. Only what is the
-- organization's is looked at here; who they are, a job looks up after the answer, so that nothing of it tells.
create or replace function guard.add_by_server(p_organization uuid, p_email text, p_user uuid, p_role text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  server uuid := guard.require_server('members.invite');
  chosen text := guard.role_by_server(server, p_organization, p_role);
begin
  perform guard.queue(p_organization, 'server.receive_member', jsonb_strip_nulls(jsonb_build_object(
    'email', guard.normal_address(p_email), 'person', p_user, 'role', chosen, 'server', server,
    'request', jsonb_build_object('id', c.request_id, 'address', c.address, 'agent', c.agent))));
  perform guard.record_platform('add', 'organizations', p_organization, jsonb_strip_nulls(jsonb_build_object(
    'email', guard.normal_address(p_email), 'person', p_user, 'role', chosen)));
end $$;

-- What a leased job was told of somebody who is to be added: their address; null where there is none.
create or replace function guard.member_to_add() returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 5 then raise insufficient_privilege using message = 'no job context'; end if;
  return (select coalesce(j.payload ->> 'email', (select u.email from public.users u
      where u.id = (j.payload ->> 'person')::uuid and u.email_verified_at is not null))
    from guard.jobs j where j.id = c.credential_id and j.task = 'server.receive_member');
end $$;

-- Does what that job was told, once: whoever agreed by the installation's terms to be added by its servers belongs from now on;
-- everybody else is invited by their address, and so is whoever finds no seat. By an id alone only who agreed: an invitation
-- would tell the organization whose address that is.
create or replace function guard.receive_member(p_token text, p_sealed text) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  o uuid := c.organization_id;
  told jsonb;
  normal text := guard.member_to_add();
  person record;
  agreed boolean;
  label text;
  invitation uuid;
begin
  if c.kind <> 5 then raise insufficient_privilege using message = 'no job context'; end if;
  select payload into told from guard.jobs where id = c.credential_id and task = 'server.receive_member' for update;
  if not found then raise insufficient_privilege using message = 'another job'; end if;
  if not told ? 'role' or normal is null then
    return;
  end if;
  update guard.jobs set payload = '{}' where id = c.credential_id;
  perform guard.set_context(9, null, null, null, (told ->> 'server')::uuid, null, null, 'server.add_member', 'server',
    told -> 'request', clock_timestamp() + interval '60 seconds');
  perform 1 from guard.server_keys s where s.id = (told ->> 'server')::uuid and s.revoked_at is null;
  if not found then
    return;
  end if;
  perform guard.take_turns('invitation|' || o || '|' || normal);
  perform 1 from public.organizations g where g.id = o and g.state = 'active' for no key update;
  if not found or exists (select from public.memberships m where m.organization_id = o and m.email = normal) then
    return;
  end if;
  perform guard.role_by_server((told ->> 'server')::uuid, o, told ->> 'role');
  label := guard.server_label((told ->> 'server')::uuid);
  select u.id, u.name into person from public.users u where u.email = normal;
  agreed := guard.agreed_to_be_added(person.id);
  if not agreed and told ? 'person' then
    return;
  end if;
  if agreed and guard.has_room(o, 'max_users') then
    perform guard.notify_permission(o, 'members.manage', 'member_joined', person.name || ' joined',
      'Added by ' || label || ', as ' || (select r.name from public.roles r where r.organization_id = o and r.key = told ->> 'role'),
      '/members');
    perform guard.join(o, person.id, told ->> 'role', 'platform', null);
    perform guard.notify_user(o, person.id, 'member_joined', 'You were added to ' || g.name,
      'By ' || label || ', as the terms that you accepted say. If that is wrong, tell its admins.', '/')
    from public.organizations g where g.id = o;
    return;
  end if;
  if exists (select from guard.invitations i where i.organization_id = o and i.email = normal
    and i.accepted_at is null and i.revoked_at is null and i.expires_at > clock_timestamp()) then
    return;
  end if;
  invitation := guard.insert_invitation(o, 'link', normal, told ->> 'role', p_token, null, label, true, null);
  perform guard.mail_invitation(o, invitation, p_sealed);
end $$;

-- For the console.
create or replace function guard.server_keys() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.require_platform();
  return (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'label', s.label, 'last4', s.last4, 'scopes', s.scopes,
      'made_by', guard.person_label(s.created_by), 'created_at', s.created_at, 'expires_at', s.expires_at,
      'revoked_at', s.revoked_at, 'last_used_at', s.last_used_at, 'last_used_address', s.last_used_address,
      'organizations', (select count(*) from guard.server_organizations o where o.server_id = s.id))
    order by s.revoked_at is not null, s.created_at desc), '[]') from guard.server_keys s);
end $$;

create or replace function guard.create_server_key(p_label text, p_secret text, p_scopes text[], p_days int) returns uuid
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  made uuid := guard.uuid7();
begin
  perform guard.require_platform();
  perform guard.require_fresh();
  if p_secret !~ '^srv_[0-9A-Za-z]{40,}$' or p_days not between 1 and 730 then
    perform guard.refuse('BE022', 'This is no server credential.', 'key_format');
  end if;
  insert into guard.server_keys (id, label, hash, last4, scopes, created_by, expires_at)
  values (made, p_label, guard.secret_hash(p_secret), right(p_secret, 4), p_scopes, c.user_id,
    clock_timestamp() + make_interval(days => p_days));
  perform guard.record_platform('create', 'server_keys', made, jsonb_build_object('label', p_label, 'scopes', p_scopes));
  return made;
end $$;

create or replace function guard.revoke_server_key(p_id uuid) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require_platform();
  update guard.server_keys set revoked_at = clock_timestamp(), revoked_by = c.user_id where id = p_id and revoked_at is null;
  if not found then
    perform guard.refuse('BE004', 'There is no such server credential.');
  end if;
  perform guard.record_platform('revoke', 'server_keys', p_id, jsonb_build_object('label', guard.server_label(p_id)));
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.open_server(text, text, jsonb), guard.create_organization_by_server(jsonb, text, text, text, text, jsonb),
  guard.add_by_server(uuid, text, uuid, text), guard.member_to_add(), guard.receive_member(text, text), guard.server_keys(), guard.create_server_key(text, text, text[], int),
  guard.revoke_server_key(uuid) to berth_app;
reset role;
