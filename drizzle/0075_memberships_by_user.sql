-- Whoever names people of one organization reads this index with both columns, not every membership that they have.
drop index memberships_by_user;
create index memberships_by_user on memberships (user_id, organization_id);
