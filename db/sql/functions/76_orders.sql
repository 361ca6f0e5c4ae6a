-- The course of an order; lib/orders/rules.ts says the same, and a test holds the two together.
set local role berth_guard;

create or replace function guard.order_may_become(p_from text, p_to text) returns boolean
language sql immutable
set search_path = pg_catalog, pg_temp
as $$
  select p_to = any (case p_from
    when 'open' then array['confirmed', 'cancelled']
    when 'confirmed' then array['fulfilled', 'cancelled']
    else array[]::text[] end)
$$;

create or replace function guard.check_order_change() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'open' then
      perform guard.refuse('BE022', 'An order begins open.', 'status_not_first');
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    if old.status <> 'open' then
      perform guard.refuse('BE022', 'Only an open order can be removed. Cancel it instead.', 'order_settled');
    end if;
    return old;
  end if;
  if new.status <> old.status and not guard.order_may_become(old.status, new.status) then
    perform guard.refuse('BE022', 'This order cannot go from ' || old.status || ' to ' || new.status || '.', 'status_not_next');
  end if;
  if new.status = old.status and old.status in ('fulfilled', 'cancelled') then
    perform guard.refuse('BE022', 'This order is ' || old.status || ' and stays as it is.', 'order_settled');
  end if;
  return new;
end $$;

create or replace function guard.check_order_line_change() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  r record := case when tg_op = 'DELETE' then old else new end;
  s text;
begin
  select status into s from public.orders where organization_id = r.organization_id and id = r.order_id for update;
  if s in ('fulfilled', 'cancelled') then
    perform guard.refuse('BE022', 'This order is ' || s || ' and stays as it is.', 'order_settled');
  end if;
  return r;
end $$;

revoke all on all functions in schema guard from public;
grant execute on function guard.check_order_change(), guard.check_order_line_change() to berth_owner;
reset role;
