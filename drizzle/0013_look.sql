-- How an organization looks, and what its people chose, in columns of its own row.
alter table organizations
  add column accent text check (accent ~ '^#[0-9a-f]{6}$'),
  add column logo_file text check (logo_file ~ '^[0-9a-f]{32}$'),
  add column publicly_visible boolean not null default false,
  add column preferences jsonb not null default '{}'
    check (jsonb_typeof(preferences) = 'object' and length(preferences::text) <= 16000),
  add column workspace jsonb not null default '{}'
    check (jsonb_typeof(workspace) = 'object' and length(workspace::text) <= 16000);
grant update (accent, logo_file, publicly_visible, preferences, workspace) on organizations to berth_app;
