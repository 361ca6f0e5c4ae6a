-- Run as berth_worker after its own migrations: the one way by which the wall adds a job to the queue.
create or replace function worker.wake(p_job uuid) returns void
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
  select graphile_worker.add_job('berth', json_build_object('job', p_job), job_key := 'berth:' || p_job,
    job_key_mode := 'preserve_run_at', max_attempts := 12)
$$;
revoke all on function worker.wake(uuid) from public;
grant execute on function worker.wake(uuid) to berth_guard;
