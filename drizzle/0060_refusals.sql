-- How often somebody was refused the same since an entry said so: what comes after it is told by one entry more.
set local role berth_guard;
create table guard.refusal_tallies (
  organization_id uuid not null references public.organizations (id),
  -- The person or the key.
  actor uuid not null,
  -- '*': of a refusal that is not about one operation, or beyond what is told one by one.
  operation text not null,
  why text not null,
  entry_id bigint,
  until timestamptz not null,
  untold int not null default 0,
  primary key (organization_id, actor, operation, why)
);
create index refusal_tallies_ended on guard.refusal_tallies (until);
drop function if exists guard.givers(text);
drop function if exists guard.record_refusal(text, text, text, jsonb);
drop function if exists guard.record_impersonation_refusal(text, text, text, jsonb);
reset role;
