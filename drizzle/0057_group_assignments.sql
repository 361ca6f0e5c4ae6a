-- What a head of a group gave: the memberships that it may take back. A membership that ends takes its line with it.
set local role berth_guard;
create table guard.group_assignments (
  organization_id uuid not null,
  membership_id uuid not null,
  link_id uuid not null references guard.group_links (id),
  user_id uuid not null references public.users (id),
  role_name text not null,
  assigned_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, membership_id),
  foreign key (organization_id, membership_id) references public.memberships (organization_id, id) on delete cascade
);
create index group_assignments_by_link on guard.group_assignments (link_id, user_id);
insert into guard.group_assignments (organization_id, membership_id, link_id, user_id, role_name)
select m.organization_id, m.id, l.id, m.user_id, r.name
from public.memberships m
join guard.group_links l on l.child_id = m.organization_id and l.state = 'active'
join public.roles r on r.organization_id = m.organization_id and r.key = m.role_key
where m.origin = 'group';
reset role;
