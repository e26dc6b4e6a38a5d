create temporary table "touched_customers"
on commit drop
as
select "fresh"."customer_key"
from "fresh"
where "fresh"."customer_key" is not null
union
select "orders"."order_parts"."customer_key"
from "orders"."order_parts"
  join "touched_orders"
    on (
      "touched_orders"."source" = "orders"."order_parts"."source"
      and "touched_orders"."order_number" = "orders"."order_parts"."order_number"
    )
where "orders"."order_parts"."customer_key" is not null
union
select "ingest"."customer_records"."customer_key"
from "ingest"."customer_records"
where "ingest"."customer_records"."file_id" in (?);
