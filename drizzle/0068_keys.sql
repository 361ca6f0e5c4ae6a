-- Keys have scopes and a mode, are replaced with an overlap, and end or stay when their maker leaves.
set local role berth_guard;
alter table guard.api_keys add column scopes jsonb, add column test_mode boolean not null default false,
  add column ended_as text check (ended_as in ('revoked', 'rotated', 'maker_left')), add column replaced_by uuid,
  add column maker_name text;
update guard.api_keys set ended_as = 'revoked' where revoked_at is not null;
reset role;

alter table organizations add column keys_outlive_makers boolean not null default false;
create trigger settle_keys before delete on memberships for each row execute function guard.settle_keys();
