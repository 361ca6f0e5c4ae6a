-- Group accounts: an organization that is the parent of others, by agreement.
alter table memberships drop constraint memberships_origin_check;
alter table memberships add constraint memberships_origin_check
  check (origin in ('founder', 'invitation', 'registration', 'platform', 'seed', 'group'));

set local role berth_guard;
-- What a parent asked for and a child agreed to. Told to both sides' audit trails by the functions that write it.
create table guard.group_links (
  id uuid primary key,
  parent_id uuid not null references public.organizations (id),
  -- Null where no organization has that address: asking tells nobody whether it exists.
  child_id uuid references public.organizations (id),
  asked_slug text not null,
  note text not null default '' check (length(note) <= 300),
  state text not null default 'requested' check (state in ('requested', 'active', 'ended')),
  figures text[] not null default '{}'
    check (figures <@ array['members', 'requests', 'invitations', 'shipments', 'orders']),
  -- What the parent may give to its people in the child, and no more than these roles gave when the child agreed.
  role_keys text[] not null default '{}' check ('owner' <> all (role_keys)),
  ceiling bit(256) not null default repeat('0', 256)::bit(256),
  requested_by_name text not null,
  requested_at timestamptz not null default clock_timestamp(),
  accepted_by_name text,
  accepted_at timestamptz,
  ended_at timestamptz,
  ended_as text check (ended_as in ('withdrawn', 'declined', 'left', 'released')),
  check (child_id <> parent_id),
  check ((state = 'ended') = (ended_at is not null) and (ended_at is null) = (ended_as is null)),
  check (state <> 'active' or child_id is not null and accepted_at is not null)
);
create unique index group_links_one_parent on guard.group_links (child_id) where state = 'active';
create unique index group_links_one_request on guard.group_links (parent_id, asked_slug) where state = 'requested';
create index group_links_by_parent on guard.group_links (parent_id, state);
create index group_links_by_child on guard.group_links (child_id, state);
create trigger audit after insert or update or delete on guard.group_links for each row
  execute function audit.record('ceiling');
reset role;
