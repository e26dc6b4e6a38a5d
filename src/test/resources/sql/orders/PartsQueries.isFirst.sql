select exists (
  select 1 as "one"
  from "orders"."order_parts"
);
