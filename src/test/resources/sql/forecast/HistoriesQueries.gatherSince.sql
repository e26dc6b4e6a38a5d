create temporary table "read_again"
on commit drop
as
select "rfm"."metrics"."customer_key"
from "rfm"."metrics"
  left outer join "forecast"."customers" as "kept"
    on (
      "kept"."night" = cast(? as date)
      and "kept"."customer_key" = "rfm"."metrics"."customer_key"
    )
  left outer join "orders"."customers"
    on "orders"."customers"."customer_key" = "rfm"."metrics"."customer_key"
where (
  "rfm"."metrics"."valid_from" <= cast(? as date)
  and (
    "rfm"."metrics"."valid_to" is null
    or "rfm"."metrics"."valid_to" > cast(? as date)
  )
  and "rfm"."metrics"."first_ordered_on" is not null
  and (
    "kept"."night" is null
    or "orders"."customers"."build" > ?
  )
);

analyze "read_again";
