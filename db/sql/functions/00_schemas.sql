set local role berth_guard;
grant usage on schema guard to berth_app, berth_auth, berth_worker, berth_owner;
grant usage on schema audit to berth_app, berth_owner;
reset role;
