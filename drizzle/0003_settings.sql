-- The role of new members exists, is not the owner's, and the strict ladder moves only with its inheritance.
alter table organizations add constraint organizations_default_role foreign key (id, default_role_key)
  references roles (organization_id, key) deferrable initially deferred;
alter table organizations add constraint organizations_default_role_not_owner check (default_role_key <> 'owner');
revoke update (strict_ladder) on organizations from berth_app;
create trigger check_change before update on organizations for each row
  when (current_user = 'berth_app') execute function guard.check_settings_change();
