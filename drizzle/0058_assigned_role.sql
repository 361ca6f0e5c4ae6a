-- Which role was given, as its organization calls it now.
set local role berth_guard;
alter table guard.group_assignments add column role_key text;
update guard.group_assignments a set role_key = m.role_key
from public.memberships m where m.organization_id = a.organization_id and m.id = a.membership_id;
alter table guard.group_assignments alter column role_key set not null;
alter table guard.group_assignments drop column role_name;
reset role;
