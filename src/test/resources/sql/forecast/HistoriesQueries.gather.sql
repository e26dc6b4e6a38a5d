create temporary table "histories"
on commit drop
as
select
  "days"."customer_key",
  "rfm"."metrics"."first_ordered_on",
  max("days"."ordered_on") filter (where "days"."is_order") as "last_ordered_on",
  (count(*) filter (where "days"."is_order") - ?) as "repeat_days",
  coalesce(
    sum("days"."value") filter (where "days"."ordered_on" > "rfm"."metrics"."first_ordered_on"),
    0
  ) as "repeat_value"
from (
  select
    "orders"."order_parts"."customer_key",
    "orders"."order_parts"."ordered_on",
    sum("orders"."order_parts"."value") as "value",
    bool_or("orders"."order_parts"."is_order") as "is_order"
  from "orders"."order_parts"
  where (
    "orders"."order_parts"."outcome" = ?
    and "orders"."order_parts"."customer_key" is not null
    and "orders"."order_parts"."ordered_on" <= cast(? as date)
  )
  group by "orders"."order_parts"."customer_key", "orders"."order_parts"."ordered_on"
) as "days"
  join "rfm"."metrics"
    on (
      "rfm"."metrics"."customer_key" = "days"."customer_key"
      and "rfm"."metrics"."valid_from" <= cast(? as date)
      and (
        "rfm"."metrics"."valid_to" is null
        or "rfm"."metrics"."valid_to" > cast(? as date)
      )
    )
where "rfm"."metrics"."first_ordered_on" <= cast(? as date)
group by "days"."customer_key", "rfm"."metrics"."first_ordered_on";

analyze "histories";

create temporary table "histories"
on commit drop
as
select
  "days"."customer_key",
  "rfm"."metrics"."first_ordered_on",
  max("days"."ordered_on") filter (where "days"."is_order") as "last_ordered_on",
  (count(*) filter (where "days"."is_order") - ?) as "repeat_days",
  coalesce(
    sum("days"."value") filter (where "days"."ordered_on" > "rfm"."metrics"."first_ordered_on"),
    0
  ) as "repeat_value"
from (
  select
    "orders"."order_parts"."customer_key",
    "orders"."order_parts"."ordered_on",
    sum("orders"."order_parts"."value") as "value",
    bool_or("orders"."order_parts"."is_order") as "is_order"
  from "orders"."order_parts"
  where (
    "orders"."order_parts"."outcome" = ?
    and "orders"."order_parts"."customer_key" is not null
    and "orders"."order_parts"."ordered_on" <= cast(? as date)
    and "orders"."order_parts"."customer_key" in (
      select "read_again"."customer_key"
      from "read_again"
    )
  )
  group by "orders"."order_parts"."customer_key", "orders"."order_parts"."ordered_on"
) as "days"
  join "rfm"."metrics"
    on (
      "rfm"."metrics"."customer_key" = "days"."customer_key"
      and "rfm"."metrics"."valid_from" <= cast(? as date)
      and (
        "rfm"."metrics"."valid_to" is null
        or "rfm"."metrics"."valid_to" > cast(? as date)
      )
    )
where "rfm"."metrics"."first_ordered_on" <= cast(? as date)
group by "days"."customer_key", "rfm"."metrics"."first_ordered_on"
union all
select
  "kept"."customer_key",
  "rfm"."metrics"."first_ordered_on",
  "kept"."last_ordered_on",
  "kept"."repeat_days",
  "kept"."repeat_value"
from "forecast"."customers" as "kept"
  join "rfm"."metrics"
    on (
      "kept"."night" = cast(? as date)
      and "kept"."customer_key" = "rfm"."metrics"."customer_key"
      and "rfm"."metrics"."valid_from" <= cast(? as date)
      and (
        "rfm"."metrics"."valid_to" is null
        or "rfm"."metrics"."valid_to" > cast(? as date)
      )
    )
where (
  "rfm"."metrics"."first_ordered_on" is not null
  and not ("rfm"."metrics"."customer_key" in (
    select "read_again"."customer_key"
    from "read_again"
  ))
);
