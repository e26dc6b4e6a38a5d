select
  sum("forecast"."customers"."probability_alive"),
  sum("forecast"."customers"."expected_orders_365"),
  coalesce(
    sum("forecast"."customers"."expected_value_365"),
    0
  )
from "forecast"."customers"
where "forecast"."customers"."night" = cast(? as date);
