delete from "orders"."order_parts"
using "touched_orders"
where (
  "touched_orders"."source" = "orders"."order_parts"."source"
  and "touched_orders"."order_number" = "orders"."order_parts"."order_number"
);
