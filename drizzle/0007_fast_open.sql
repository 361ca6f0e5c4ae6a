-- What guard.open has to know of a membership, in the row that holds its rights.
set local role berth_guard;
drop function if exists guard.describe_context();
drop function if exists guard.answer(int, uuid, uuid, uuid, uuid, text, bit);
alter table guard.rights
  add column user_id uuid, add column role_key text, add column slug text, add column is_open boolean;
update guard.rights r set user_id = m.user_id, role_key = m.role_key, slug = g.slug,
  is_open = g.state = 'active' and m.status = 'active'
from public.memberships m join public.organizations g on g.id = m.organization_id
where m.organization_id = r.organization_id and m.id = r.membership_id;
alter table guard.rights
  alter column user_id set not null, alter column role_key set not null, alter column slug set not null,
  alter column is_open set not null;
create unique index rights_by_user on guard.rights (organization_id, user_id);

update guard.sessions h set revoked_at = root.revoked_at from guard.sessions root
where root.id = h.parent_id and root.revoked_at is not null and h.revoked_at is null;
create trigger end_hosts after update of revoked_at on guard.sessions for each row
  when (old.revoked_at is null and new.revoked_at is not null and new.parent_id is null)
  execute function guard.end_hosts();
create trigger live_root before insert on guard.sessions for each row
  when (new.parent_id is not null) execute function guard.require_live_root();
reset role;

create trigger refresh_rights after update of state, slug on organizations for each row
  execute function guard.refresh_organization_rights();
