create temporary table "touched"
on commit drop
as
select "orders"."customers"."customer_key"
from "orders"."customers"
where "orders"."customers"."build" > ?
union
select "orders"."order_parts"."customer_key"
from "orders"."order_parts"
where (
  (
    (
      "orders"."order_parts"."ordered_on" >= cast(? as date)
      and "orders"."order_parts"."ordered_on" < cast(? as date)
    )
    or (
      "orders"."order_parts"."booked_on" <> "orders"."order_parts"."ordered_on"
      and "orders"."order_parts"."booked_on" >= cast(? as date)
      and "orders"."order_parts"."booked_on" < cast(? as date)
    )
  )
  and "orders"."order_parts"."outcome" = ?
)
union
select "rfm"."metrics"."customer_key"
from "rfm"."metrics"
where (
  "rfm"."metrics"."valid_to" is null
  and not exists (
    select 1
    from "orders"."customers"
    where "orders"."customers"."customer_key" = "rfm"."metrics"."customer_key"
  )
);

analyze touched;
