-- Plans: named sets of features and limits. What an organization's plan switches off nobody of it holds; what it limits is
-- counted where rows come in. Beside the plan stands what was agreed with one organization alone.
set local role berth_guard;
create table guard.plans (
  key text primary key check (key ~ '^[a-z][a-z0-9_]{1,30}$'),
  name text not null check (length(btrim(name)) between 1 and 60),
  description text not null default '',
  -- Features that are switched off, so that one which comes later is there until somebody takes it away.
  without text[] not null default '{}',
  -- Most of each; what is not named has no limit.
  limits jsonb not null default '{}' check (jsonb_typeof(limits) = 'object'),
  position int not null default 100,
  -- What organizations begin with.
  begins boolean not null default false check (not begins or archived_at is null),
  archived_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index plans_begin on guard.plans (begins) where begins;
insert into guard.plans (key, name, description, without, limits, position, begins) values
  ('free', 'Free', 'To try it out with a few people.', '{audit_export,branches,branding,custom_roles,groups,lending}',
    '{"max_users": 5, "keys": 2, "webhooks": 1, "api_calls_a_day": 2000}', 10, false),
  ('team', 'Team', 'For one company with a few places.', '{groups}',
    '{"max_users": 50, "keys": 20, "webhooks": 5, "branches": 10, "roles": 10, "api_calls_a_day": 100000}', 20, false),
  ('business', 'Business', 'Everything, without limits.', '{}', '{}', 30, true);

-- Of each limit, when the owner was told last: of this share of this most, and on this day where it is counted by the day.
create table guard.limit_warnings (
  organization_id uuid not null references public.organizations (id),
  name text not null,
  share int not null check (share in (80, 100)),
  most int not null,
  day date not null,
  primary key (organization_id, name, share)
);

alter table guard.permissions add column feature text;
alter table guard.rights add column keys_closed boolean not null default false;
-- Calls of the organization's day, in the row that counts its minute.
alter table guard.call_counts add column day date, add column day_calls int not null default 0, add column through int;
reset role;

alter table organizations
  add column plan_limits jsonb not null default '{}' check (jsonb_typeof(plan_limits) = 'object'),
  add column plan_features jsonb not null default '{}' check (jsonb_typeof(plan_features) = 'object'),
  add column plan_reason text not null default '';
-- Nothing was limited before, and nothing is taken from whoever was here.
alter table organizations alter column plan set default 'business';
alter table organizations disable trigger user;
set local role berth_guard;
update public.organizations set plan = 'business';
reset role;
alter table organizations enable trigger user;

create trigger refresh_plan after update of plan, plan_features on organizations for each row
  when ((old.plan, old.plan_features) is distinct from (new.plan, new.plan_features))
  execute function guard.refresh_plan();
create trigger take_room after insert on memberships for each row
  when (new.status = 'active') execute function guard.take_room('max_users');
create trigger take_room_again after update of status on memberships for each row
  when (new.status = 'active' and old.status <> 'active') execute function guard.take_room('max_users');
create trigger take_room after insert on branches for each row
  when (new.archived_at is null) execute function guard.take_room('branches');
create trigger take_room_again after update of archived_at on branches for each row
  when (new.archived_at is null and old.archived_at is not null) execute function guard.take_room('branches');
create trigger take_room after insert on roles for each row
  when (not new.built_in) execute function guard.take_room('roles');
set local role berth_guard;
-- At the end of the transaction: a key that replaces another takes no room beside it.
create constraint trigger take_room after insert on guard.api_keys deferrable initially deferred for each row
  execute function guard.take_room('keys');
create trigger take_room after insert on guard.webhook_endpoints for each row execute function guard.take_room('webhooks');
reset role;
