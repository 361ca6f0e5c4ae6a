-- A server without lz4 packs bodies in its own way, which was a quarter of all that it did for a page of fifty: there they
-- stay as they are.
do $$
begin
  if exists (select from pg_attribute where attrelid = 'api_calls'::regclass and attname = 'response' and attcompression <> 'l') then
    alter table api_calls alter column request set storage external, alter column response set storage external;
  end if;
end $$;
