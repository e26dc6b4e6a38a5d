select count(*)
from "rfm"."metrics"
where (
  "rfm"."metrics"."valid_from" <= cast(? as date)
  and (
    "rfm"."metrics"."valid_to" is null
    or "rfm"."metrics"."valid_to" > cast(? as date)
  )
  and "rfm"."metrics"."standing" in (
    ?, ?
  )
  and not (
    "rfm"."metrics"."valid_from" <= cast(? as date)
    and (
      "rfm"."metrics"."valid_to" is null
      or "rfm"."metrics"."valid_to" > cast(? as date)
    )
    and "rfm"."metrics"."standing" = ?
  )
);

select
  count(*),
  coalesce(
    bool_and(("rfm"."metrics"."frequency" = cast("rfm"."metrics"."orders_count" as double precision))),
    true
  ),
  coalesce(
    bool_and(("rfm"."metrics"."monetary" = cast("rfm"."metrics"."net_value" as double precision))),
    true
  )
from "rfm"."metrics"
where (
  "rfm"."metrics"."valid_from" <= cast(? as date)
  and (
    "rfm"."metrics"."valid_to" is null
    or "rfm"."metrics"."valid_to" > cast(? as date)
  )
  and "rfm"."metrics"."standing" = ?
);

select
  "rfm"."metrics"."customer_key",
  cast(
    (date '2025-01-30' - "rfm"."metrics"."last_ordered_on")
    as double precision
  ) as "feature_0",
  cast("rfm"."metrics"."frequency" as double precision) as "feature_1",
  cast("rfm"."metrics"."monetary" as double precision) as "feature_2"
from "rfm"."metrics"
where (
  "rfm"."metrics"."valid_from" <= cast(? as date)
  and (
    "rfm"."metrics"."valid_to" is null
    or "rfm"."metrics"."valid_to" > cast(? as date)
  )
  and "rfm"."metrics"."standing" = ?
)
order by (("rfm"."metrics"."customer_key") collate "C");

select
  "rfm"."metrics"."customer_key",
  cast(
    (date '2025-01-31' - "rfm"."metrics"."last_ordered_on")
    as double precision
  ) as "feature_0",
  cast("rfm"."metrics"."frequency" as double precision) as "feature_1",
  cast("rfm"."metrics"."monetary" as double precision) as "feature_2"
from "rfm"."metrics"
where (
  "rfm"."metrics"."valid_from" <= cast(? as date)
  and (
    "rfm"."metrics"."valid_to" is null
    or "rfm"."metrics"."valid_to" > cast(? as date)
  )
  and "rfm"."metrics"."standing" = ?
)
order by (("rfm"."metrics"."customer_key") collate "C");
