-- Acts on branches: placing members, moving records, archiving.
create trigger check_branch before insert or update of branch_id on shipments for each row
  when (current_user = 'berth_app') execute function guard.check_record_branch();
create trigger check_branch before insert or update of branch_id on orders for each row
  when (current_user = 'berth_app') execute function guard.check_record_branch();
create trigger check_branch before insert or update of branch_id on assets for each row
  when (current_user = 'berth_app') execute function guard.check_record_branch();
create trigger check_branch before insert or update of branch_id on customers for each row
  when (current_user = 'berth_app') execute function guard.check_record_branch();
revoke update (archived_at) on branches from berth_app;
