insert into "fresh"
select
  "orders"."order_parts"."source",
  "orders"."order_parts"."order_number",
  "orders"."order_parts"."customer_key",
  "orders"."order_parts"."file_id",
  "orders"."order_parts"."booked_on",
  coalesce("orders"."order_parts"."own_outcome", "orders"."order_parts"."outcome") as "outcome",
  "orders"."order_parts"."is_return",
  "orders"."order_parts"."first_line",
  "orders"."order_parts"."last_line",
  "orders"."order_parts"."lines_count",
  "orders"."order_parts"."value",
  "orders"."order_parts"."country",
  "orders"."order_parts"."attributes",
  null as "own_outcome",
  "orders"."order_parts"."units",
  "orders"."order_parts"."is_free"
from "orders"."order_parts"
  join "touched_orders"
    on (
      "touched_orders"."source" = "orders"."order_parts"."source"
      and "touched_orders"."order_number" = "orders"."order_parts"."order_number"
    )
where (
  "orders"."order_parts"."file_id" not in (?)
  and not exists (
    select 1 as "one"
    from "entangled"
    where (
      "entangled"."source" = "orders"."order_parts"."source"
      and "entangled"."order_number" = "orders"."order_parts"."order_number"
    )
  )
);
