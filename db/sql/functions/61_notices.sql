-- Notices in the bell, and what waits for the acting person. Rows carry a path inside the organization, never an address.
set local role berth_guard;

-- What people are told about. `mail`: what holds until they choose. Where they may not choose, the mail of this kind
-- goes to them by its own way, always.
create or replace function guard.notice_kinds() returns table (kind text, mail text, choosable boolean)
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  values ('registration.waiting', 'now', true), ('registration.due', 'now', true), ('registration.escalated', 'now', true),
    ('registration.lapsed', 'now', true), ('member_joined', 'off', true), ('delegation', 'now', true),
    ('ownership', 'now', false), ('support', 'now', false), ('group', 'now', true), ('permission.asked', 'off', true),
    ('registration.approved', 'now', false), ('webhook.disabled', 'now', true), ('retention', 'now', false), ('plan.limit', 'now', true)
$$;

-- Internal: the one way to tell members something. Each gets it as they chose: in the bell, by mail, in the day's digest.
-- p_notice: kind, title, body, path, record, and mail {template, props} where a plain mail would say too little.
create or replace function guard.notify(p_organization uuid, p_members uuid[], p_notice jsonb) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  k record;
  m record;
  g record;
begin
  select coalesce(d.mail, 'off') as mail, coalesce(d.choosable, true) as choosable into k
  from (values (1)) always left join guard.notice_kinds() d on d.kind = p_notice ->> 'kind';
  select name, slug, time_zone into g from public.organizations where id = p_organization;
  for m in
    select x.user_id, x.email, case when k.choosable then coalesce(p.in_app, true) else true end as in_app,
      case when k.choosable then coalesce(p.mail, k.mail) else 'off' end as mail
    from public.memberships x
    left join public.notice_preferences p on p.organization_id = x.organization_id and p.user_id = x.user_id
      and p.kind = p_notice ->> 'kind'
    where x.organization_id = p_organization and x.id = any (p_members) and x.status = 'active'
  loop
    if m.in_app or m.mail = 'digest' then
      insert into public.notices (organization_id, id, user_id, kind, title, body, path, record_id, in_app, digest)
      values (p_organization, guard.uuid7(), m.user_id, p_notice ->> 'kind', left(p_notice ->> 'title', 200),
        left(p_notice ->> 'body', 500), p_notice ->> 'path', (p_notice ->> 'record')::uuid, m.in_app, m.mail = 'digest');
    end if;
    if m.mail = 'now' then
      perform guard.queue(p_organization, 'mail.send', jsonb_build_object('to', m.email,
        'template', coalesce(p_notice -> 'mail' ->> 'template', 'notice'),
        'props', coalesce(p_notice -> 'mail' -> 'props', jsonb_build_object('title', p_notice ->> 'title',
            'body', p_notice ->> 'body', 'path', p_notice ->> 'path'))
          || jsonb_build_object('organization', jsonb_build_object('name', g.name, 'slug', g.slug), 'timeZone', g.time_zone)));
    end if;
  end loop;
end $$;

-- Internal: tells each active member who holds a permission at this moment, lent or own.
create or replace function guard.notify_holders(p_organization uuid, p_permission text, p_notice jsonb) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.notify(p_organization, (select array_agg(m.id)
    from public.memberships m
    join guard.permissions p on p.key = p_permission
    where m.organization_id = p_organization and m.status = 'active'
      and get_bit(guard.live_rights(m.organization_id, m.id), p.position) = 1), p_notice);
end $$;

-- Internal: one notice for one person, where that person is an active member; otherwise nothing.
create or replace function guard.notify_user(
  p_organization uuid, p_user uuid, p_kind text, p_title text, p_body text, p_path text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.notify(p_organization, array(select id from public.memberships
    where organization_id = p_organization and user_id = p_user),
    jsonb_build_object('kind', p_kind, 'title', p_title, 'body', p_body, 'path', p_path));
end $$;

-- Internal: one notice for each active member who holds a permission.
create or replace function guard.notify_permission(
  p_organization uuid, p_permission text, p_kind text, p_title text, p_body text, p_path text) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  perform guard.notify_holders(p_organization, p_permission,
    jsonb_build_object('kind', p_kind, 'title', p_title, 'body', p_body, 'path', p_path));
end $$;

-- Internal: what is decided needs nobody any more; the bells of all who were told say so.
create or replace function guard.settle_notices(p_organization uuid, p_record uuid) returns void
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
  update public.notices set read_at = clock_timestamp()
  where organization_id = p_organization and record_id = p_record and in_app and read_at is null and archived_at is null;
end $$;

-- Internal: names one person of one organization to whoever holds the key, and to nobody else.
create or replace function guard.live_tag(p_organization uuid, p_user uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select encode(substr(sha256(s.code_key || convert_to('live|' || p_organization || '|' || p_user, 'UTF8')), 1, 16), 'hex')
  from guard.secrets s
$$;

-- Wakes the open pages of a notice's receiver. What is sent says nothing to others who listen.
create or replace function guard.tell_live() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if new.in_app then
    perform pg_notify('berth_live', guard.live_tag(new.organization_id, new.user_id));
  end if;
  return null;
end $$;

-- The tag by which the server knows what concerns the acting person.
create or replace function guard.my_live_tag() returns text
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('organization.view');
  if c.kind not in (1, 8) then raise insufficient_privilege using message = 'no member context'; end if;
  return guard.live_tag(c.organization_id, coalesce(c.acting_as, c.user_id));
end $$;

-- What the acting person wants to be told, kind by kind.
create or replace function guard.my_notice_preferences()
returns table (kind text, in_app boolean, mail text, choosable boolean)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  perform guard.require('organization.view');
  return query select k.kind, coalesce(p.in_app, true), coalesce(p.mail, k.mail), k.choosable
  from guard.notice_kinds() k
  left join public.notice_preferences p on p.organization_id = c.organization_id
    and p.user_id = coalesce(c.acting_as, c.user_id) and p.kind = k.kind and k.choosable;
end $$;

-- p_choices: [{kind, in_app, mail}]. Only for oneself, only of kinds that may be chosen.
create or replace function guard.choose_notices(p_choices jsonb) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  choice jsonb;
begin
  perform guard.require('organization.view');
  if c.kind <> 1 then
    perform guard.refuse('BE003', 'A key gets no notifications.', 'members_only');
  end if;
  for choice in select value from jsonb_array_elements(p_choices) loop
    perform 1 from guard.notice_kinds() k where k.kind = choice ->> 'kind' and k.choosable;
    if not found or coalesce(choice ->> 'mail', '') not in ('now', 'digest', 'off') or (choice -> 'in_app') is null then
      perform guard.refuse('BE022', 'There is no such choice.', 'choice_unknown');
    end if;
    insert into public.notice_preferences as mine (organization_id, id, user_id, kind, in_app, mail)
    values (c.organization_id, guard.uuid7(), c.user_id, choice ->> 'kind', (choice ->> 'in_app')::boolean, choice ->> 'mail')
    on conflict (organization_id, user_id, kind) do update
    set in_app = excluded.in_app, mail = excluded.mail, updated_at = clock_timestamp()
    where (mine.in_app, mine.mail) is distinct from (excluded.in_app, excluded.mail);
  end loop;
end $$;

-- Internal: the organizations whose notices the signed-in person may read at this moment, from outside of them. What
-- guard.open asks of a session there is asked of this one here: network, way in, second factor, age.
create or replace function guard.inbox_organizations() returns setof uuid
language plpgsql stable
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind not in (1, 2) then raise insufficient_privilege using message = 'no account context'; end if;
  return query select r.organization_id
  from guard.sessions s
  join public.memberships m on m.user_id = c.user_id and m.status = 'active'
  join guard.rights r on r.organization_id = m.organization_id and r.membership_id = m.id
  join guard.permissions p on p.key = 'organization.view'
  where s.id = c.credential_id and s.user_id = c.user_id and r.is_open and get_bit(r.permissions, p.position) = 1
    and least(s.signed_in_at + r.session_length, s.last_used_at + r.idle_length,
      case when s.factor is null or r.codes_only and s.factor = 'remembered' then r.factor_from end, 'infinity')
      > clock_timestamp()
    and (r.networks is null or guard.is_within(r.networks, c.address))
    and (r.methods is null or s.ways && r.methods);
end $$;

-- The tags by which the server knows what concerns the signed-in person, in any of these organizations.
create or replace function guard.my_live_tags() returns text[]
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  return array(select guard.live_tag(o.id, c.user_id) from guard.inbox_organizations() o (id) order by o.id);
end $$;

-- How many notices the signed-in person has not read, by organization; null where it keeps this session out. Also from
-- inside one of them, for the switcher: numbers and no more.
create or replace function guard.my_unread() returns table (organization_id uuid, unread bigint)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind = 8 then return; end if;
  if c.kind not in (1, 2) then raise insufficient_privilege using message = 'no account context'; end if;
  return query select m.organization_id, case when o.id is not null then (select count(*) from (
      select 1 from public.notices n where n.organization_id = m.organization_id and n.user_id = c.user_id
        and n.in_app and n.read_at is null and n.archived_at is null limit 1000) n) end
  from public.memberships m
  join public.organizations g on g.id = m.organization_id and g.state = 'active'
  left join guard.inbox_organizations() o (id) on o.id = m.organization_id
  where m.user_id = c.user_id and m.status = 'active';
end $$;

drop function if exists guard.my_notices(uuid, boolean, int);

-- The signed-in person's own notices, newest first, of all organizations or of one of theirs; p_show: all, unread or
-- archived; after the one that stood at p_before and p_before_id, where these are given. With the state of the request that each is
-- about, where they decide on requests there.
drop function if exists guard.my_notices(uuid, text, timestamptz, uuid, int);
create function guard.my_notices(
  p_organization uuid, p_show text, p_before timestamptz, p_before_id uuid, p_limit int)
returns table (organization_id uuid, id uuid, kind text, title text, body text, path text, read_at timestamptz,
  created_at timestamptz, request jsonb)
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  return query with page as (select n.organization_id, n.id, n.kind, n.title, n.body, n.path, n.read_at, n.created_at, n.record_id
  from guard.inbox_organizations() o (id)
  cross join lateral (select x.* from public.notices x
    where x.organization_id = o.id and x.user_id = c.user_id and x.in_app
      and (x.archived_at is not null) = (p_show = 'archived') and (x.read_at is null or p_show <> 'unread')
      and (p_before is null or (x.created_at, x.id) < (p_before, p_before_id))
    order by x.created_at desc, x.id desc limit least(p_limit, 200)) n
  where p_organization is null or n.organization_id = p_organization
  order by n.created_at desc, n.id desc limit least(p_limit, 200))
  select x.organization_id, x.id, x.kind, x.title, x.body, x.path, x.read_at, x.created_at,
    case when q.id is not null then jsonb_build_object('id', q.id, 'state', q.state) end
  from page x
  left join (guard.rights r join guard.permissions p on p.key = 'registrations.decide' and get_bit(r.permissions, p.position) = 1)
    on x.record_id is not null and r.organization_id = x.organization_id and r.user_id = c.user_id
  left join public.registration_requests q on q.organization_id = r.organization_id and q.id = x.record_id;
end $$;

-- Marks own notices read: some, or without p_ids all that are unread there. Answers how many.
create or replace function guard.read_my_notices(p_organization uuid, p_ids uuid[]) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  marked int;
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  update public.notices n set read_at = clock_timestamp()
  where n.organization_id in (select guard.inbox_organizations()) and n.user_id = c.user_id
    and (p_organization is null or n.organization_id = p_organization) and (p_ids is null or n.id = any (p_ids))
    and n.in_app and n.read_at is null and n.archived_at is null;
  get diagnostics marked = row_count;
  return marked;
end $$;

-- Moves own notices into the archive, where everything counts as read, or back. Answers how many.
create or replace function guard.archive_my_notices(p_ids uuid[], p_archived boolean) returns int
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  moved int;
begin
  if c.kind <> 2 then raise insufficient_privilege using message = 'no account context'; end if;
  update public.notices n set archived_at = case when p_archived then clock_timestamp() end,
    read_at = case when p_archived then coalesce(n.read_at, clock_timestamp()) else n.read_at end
  where n.organization_id in (select guard.inbox_organizations()) and n.user_id = c.user_id and n.id = any (p_ids)
    and n.in_app and (n.archived_at is null) = p_archived;
  get diagnostics moved = row_count;
  return moved;
end $$;

-- Internal: whether the proven context holds a permission, without refusing.
create or replace function guard.holds(p_permission text) returns boolean
language sql stable
set search_path = pg_catalog, pg_temp
as $$
  select c.kind in (1, 6, 8) and get_bit(c.rights, p.position) = 1
  from guard.proven() c, guard.permissions p where p.key = p_permission
$$;

-- The acting person, for the shell of any signed-in page; under impersonation the member, without what is the super admin's.
create or replace function guard.my_face() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare c record := guard.proven();
begin
  if c.kind not in (1, 2, 8) then raise insufficient_privilege using message = 'no person'; end if;
  return (select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'time_zone', u.time_zone,
    'super_admin', exists (select 1 from guard.super_admins s where s.user_id = u.id and s.revoked_at is null),
    'second_factor', guard.has_factor(c.user_id), 'proof', guard.proof_of(c.user_id),
    'terms', case when c.acting_as is null then guard.terms_awaiting(c.user_id) end,
    'factor_from', (select r.factor_from from guard.rights r where c.acting_as is null
      and r.organization_id = c.organization_id and r.user_id = c.user_id and not guard.has_factor(c.user_id)))
    from public.users u where u.id = coalesce(c.acting_as, c.user_id));
end $$;

-- What waits in the proven organization; null where the acting credential may not see it.
create or replace function guard.waiting() returns jsonb
language plpgsql stable security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  c record := guard.proven();
  answer jsonb := '{}';
begin
  perform guard.require('organization.view');
  if guard.holds('registrations.view') then
    answer := answer || (select jsonb_build_object('requests', count(*), 'oldest_request', min(q.created_at))
      from (select created_at from public.registration_requests
        where organization_id = c.organization_id and state = 'pending' order by created_at limit 1000) q);
  end if;
  if guard.holds('invitations.view') then
    answer := answer || (select jsonb_build_object('invitations', count(*),
        'expiring', count(*) filter (where i.expires_at < clock_timestamp() + interval '12 hours'))
      from (select expires_at from guard.invitations where organization_id = c.organization_id
        and accepted_at is null and revoked_at is null and expires_at > clock_timestamp()
        order by created_at desc limit 1000) i);
    answer := answer || (select jsonb_build_object('failing_mail', count(*))
      from (select 1 from guard.jobs where organization_id = c.organization_id and task = 'mail.send'
        and (state = 'failed' or state in ('waiting', 'leased') and attempts > 2)
        and created_at > clock_timestamp() - interval '30 days' limit 1000) j);
  end if;
  if guard.holds('keys.view') then
    answer := answer || (select jsonb_build_object('live_keys', count(*), 'used_keys', count(k.last_used_at))
      from guard.api_keys k where k.organization_id = c.organization_id and k.revoked_at is null);
  end if;
  if guard.holds('webhooks.view') then
    answer := answer || (select jsonb_build_object('failing_webhooks', count(*))
      from guard.webhook_endpoints w where w.organization_id = c.organization_id and w.test_mode = guard.test_mode()
        and (w.state = 'active' and w.failing_since is not null or w.disabled_as in ('gone', 'failing', 'maker')));
  end if;
  return answer;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.my_face(), guard.waiting(), guard.my_live_tag(), guard.my_live_tags(), guard.my_notice_preferences(),
  guard.choose_notices(jsonb), guard.my_unread(), guard.my_notices(uuid, text, timestamptz, uuid, int),
  guard.read_my_notices(uuid, uuid[]), guard.archive_my_notices(uuid[], boolean)
  to berth_app;
-- A migration attaches it to the notices.
grant execute on function guard.tell_live() to berth_owner;
reset role;
