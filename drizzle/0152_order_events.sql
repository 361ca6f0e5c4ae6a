-- Events of an order are told at the end of their transaction, when its lines stand too.
drop trigger events on orders;
do $$
begin
  execute (select format('create constraint trigger events after insert or update or delete on orders deferrable initially deferred '
    || 'for each row execute function guard.tell_event(%s)',
    (select string_agg(quote_literal(c), ', ' order by n)
      from unnest(array['order'] || array_remove(string_to_array(encode(t.tgargs, 'escape'), '\000'), '')) with ordinality x (c, n)))
    from pg_trigger t where t.tgrelid = 'orders'::regclass and t.tgname = 'audit');
end $$;

-- What failed for good, newest first, for the console.
create index webhook_deliveries_failed on webhook_deliveries (organization_id, id) where state = 'failed';
