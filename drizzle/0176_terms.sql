-- Terms of the installation, version by version, and who accepted which. Nothing of either is ever changed.
set local role berth_guard;
create table guard.terms (
  version int primary key,
  body text not null check (length(body) between 1 and 50000),
  url text not null default '' check (length(url) <= 500),
  -- Whether whoever accepts agrees to be added to organizations by the platform's own servers.
  adds_members boolean not null,
  published_at timestamptz not null default clock_timestamp(),
  published_by uuid not null references public.users (id)
);
create table guard.terms_acceptances (
  user_id uuid not null references public.users (id),
  version int not null references guard.terms (version),
  accepted_at timestamptz not null default clock_timestamp(),
  address text,
  request_id uuid,
  primary key (user_id, version)
);
create index terms_acceptances_by_version on guard.terms_acceptances (version);
create trigger sealed before update or delete on guard.terms for each row execute function audit.refuse_change();
create trigger sealed_whole before truncate on guard.terms for each statement execute function audit.refuse_change();
create trigger sealed before update or delete on guard.terms_acceptances for each row execute function audit.refuse_change();
create trigger sealed_whole before truncate on guard.terms_acceptances for each statement execute function audit.refuse_change();
reset role;
