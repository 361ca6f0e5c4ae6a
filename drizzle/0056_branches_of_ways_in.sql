-- Where people belong who get in: chosen with the invitation and with the approval. Null: where whoever lets them in is.
alter table registration_requests add column branch_ids uuid[] check (cardinality(branch_ids) between 1 and 50);
set local role berth_guard;
alter table guard.invitations add column branch_ids uuid[] check (cardinality(branch_ids) between 1 and 50);
reset role;
