create index memberships_by_active on memberships (organization_id, coalesce(last_active_at, '-infinity'), id);

set local role berth_guard;
create index entries_by_actor on audit.entries (organization_id, actor_user_id, id);
reset role;
