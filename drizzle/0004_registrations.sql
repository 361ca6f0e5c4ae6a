create trigger join_approved after insert or update of email, email_verified_at on users for each row
  when (new.email_verified_at is not null) execute function guard.join_approved();
