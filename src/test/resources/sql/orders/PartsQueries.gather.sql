set local work_mem = '128MB';

set local hash_mem_multiplier = 4;

set local parallel_tuple_cost = 0.005;

set local maintenance_work_mem = '256MB';

create temporary table "touched_orders"
on commit drop
as
select "orders"."order_parts"."source", "orders"."order_parts"."order_number"
from "orders"."order_parts"
where "orders"."order_parts"."file_id" in (?)
union
select "fresh"."source", "fresh"."order_number"
from "fresh"
where exists (
  select 1 as "one"
  from "orders"."order_parts"
);

analyze fresh, touched_orders;
