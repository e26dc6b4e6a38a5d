delete from "forecast"."customers"
where (
  "forecast"."customers"."night" = cast(? as date)
  or "forecast"."customers"."night" < cast(? as date)
);

insert into "forecast"."customers" (
  "night",
  "customer_key",
  "repeat_days",
  "first_ordered_on",
  "last_ordered_on",
  "repeat_value",
  "probability_alive",
  "expected_orders_90",
  "expected_orders_365",
  "expected_order_value",
  "expected_value_90",
  "expected_value_365"
)
select
  cast(? as date),
  "histories"."customer_key",
  "histories"."repeat_days",
  "histories"."first_ordered_on",
  "histories"."last_ordered_on",
  "histories"."repeat_value",
  round(
    cast("forecasts"."probability_alive" as numeric),
    ?
  ),
  round(
    cast("forecasts"."expected_orders_90" as numeric),
    ?
  ),
  round(
    cast("forecasts"."expected_orders_365" as numeric),
    ?
  ),
  round(
    cast(
      ((cast(? as double precision) * (cast(? as double precision) + cast(
        greatest("histories"."repeat_value", 0)
        as double precision
      ))) / ((cast(? as double precision) * "histories"."repeat_days") + cast(? as double precision)))
      as numeric
    ),
    ?
  ),
  round(
    cast(
      ("forecasts"."expected_orders_90" * ((cast(? as double precision) * (cast(? as double precision) + cast(
        greatest("histories"."repeat_value", 0)
        as double precision
      ))) / ((cast(? as double precision) * "histories"."repeat_days") + cast(? as double precision))))
      as numeric
    ),
    ?
  ),
  round(
    cast(
      ("forecasts"."expected_orders_365" * ((cast(? as double precision) * (cast(? as double precision) + cast(
        greatest("histories"."repeat_value", 0)
        as double precision
      ))) / ((cast(? as double precision) * "histories"."repeat_days") + cast(? as double precision))))
      as numeric
    ),
    ?
  )
from "histories"
  join unnest(cast(
    ?
    as int[]
  ), cast(
    ?
    as int[]
  ), cast(
    ?
    as int[]
  ), cast(
    ?
    as double precision[]
  ), cast(
    ?
    as double precision[]
  ), cast(
    ?
    as double precision[]
  )) as "forecasts" (
    "repeat_days",
    "last_days",
    "age_days",
    "probability_alive",
    "expected_orders_90",
    "expected_orders_365"
  )
    on (
      "forecasts"."repeat_days" = "histories"."repeat_days"
      and "forecasts"."last_days" = "histories"."last_ordered_on" - "histories"."first_ordered_on"
      and "forecasts"."age_days" = date '2025-01-30' - "histories"."first_ordered_on"
    );

analyze forecast.customers;

insert into "forecast"."customers" (
  "night",
  "customer_key",
  "repeat_days",
  "first_ordered_on",
  "last_ordered_on",
  "repeat_value",
  "probability_alive",
  "expected_orders_90",
  "expected_orders_365",
  "expected_order_value",
  "expected_value_90",
  "expected_value_365"
)
select
  cast(? as date),
  "histories"."customer_key",
  "histories"."repeat_days",
  "histories"."first_ordered_on",
  "histories"."last_ordered_on",
  "histories"."repeat_value",
  round(
    cast("forecasts"."probability_alive" as numeric),
    ?
  ),
  round(
    cast("forecasts"."expected_orders_90" as numeric),
    ?
  ),
  round(
    cast("forecasts"."expected_orders_365" as numeric),
    ?
  ),
  round(
    cast(
      ((cast(? as double precision) * (cast(? as double precision) + cast(
        greatest("histories"."repeat_value", 0)
        as double precision
      ))) / ((cast(? as double precision) * "histories"."repeat_days") + cast(? as double precision)))
      as numeric
    ),
    ?
  ),
  round(
    cast(
      ("forecasts"."expected_orders_90" * ((cast(? as double precision) * (cast(? as double precision) + cast(
        greatest("histories"."repeat_value", 0)
        as double precision
      ))) / ((cast(? as double precision) * "histories"."repeat_days") + cast(? as double precision))))
      as numeric
    ),
    ?
  ),
  round(
    cast(
      ("forecasts"."expected_orders_365" * ((cast(? as double precision) * (cast(? as double precision) + cast(
        greatest("histories"."repeat_value", 0)
        as double precision
      ))) / ((cast(? as double precision) * "histories"."repeat_days") + cast(? as double precision))))
      as numeric
    ),
    ?
  )
from "histories"
  join unnest(cast(
    ?
    as int[]
  ), cast(
    ?
    as int[]
  ), cast(
    ?
    as int[]
  ), cast(
    ?
    as double precision[]
  ), cast(
    ?
    as double precision[]
  ), cast(
    ?
    as double precision[]
  )) as "forecasts" (
    "repeat_days",
    "last_days",
    "age_days",
    "probability_alive",
    "expected_orders_90",
    "expected_orders_365"
  )
    on (
      "forecasts"."repeat_days" = "histories"."repeat_days"
      and "forecasts"."last_days" = "histories"."last_ordered_on" - "histories"."first_ordered_on"
      and "forecasts"."age_days" = date '2025-01-31' - "histories"."first_ordered_on"
    );
