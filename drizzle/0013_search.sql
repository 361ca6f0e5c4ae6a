-- People are found by any part of name or address, through guard.search_records and an index that the organization leads.
set local search_path = public, extensions;
alter table memberships
  add column search_text text generated always as (lower(name || ' ' || email)) stored;
create index memberships_search on memberships using gin (organization_id, search_text gin_trgm_ops);
drop trigger audit on memberships;
create trigger audit after insert or update or delete on memberships for each row
  execute function audit.record('last_active_at', 'search_text');
