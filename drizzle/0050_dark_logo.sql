-- A second logo, for pages in the dark theme. Without it the first one stands there too.
alter table organizations add column logo_dark_file text check (logo_dark_file ~ '^[0-9a-f]{32}$');
grant update (logo_dark_file) on organizations to berth_app;
