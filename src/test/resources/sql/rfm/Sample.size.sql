select count(*)
from (
  select
    cast(
      date '2025-01-30' - "rfm"."metrics"."last_ordered_on"
      as double precision
    ) as "value",
    "rfm"."metrics"."customer_key"
  from "rfm"."metrics"
  where (
    "rfm"."metrics"."valid_to" is null
    and "rfm"."metrics"."standing" = 'scored'
  )
) as "customers";

select count(*)
from (
  select
    "rfm"."metrics"."frequency" as "value",
    "rfm"."metrics"."customer_key"
  from "rfm"."metrics"
  where (
    "rfm"."metrics"."valid_to" is null
    and "rfm"."metrics"."standing" = 'scored'
  )
) as "customers";

select count(*)
from (
  select
    "rfm"."metrics"."monetary" as "value",
    "rfm"."metrics"."customer_key"
  from "rfm"."metrics"
  where (
    "rfm"."metrics"."valid_to" is null
    and "rfm"."metrics"."standing" = 'scored'
  )
) as "customers";

select count(*)
from (
  select
    cast(
      date '2025-01-31' - "rfm"."metrics"."last_ordered_on"
      as double precision
    ) as "value",
    "rfm"."metrics"."customer_key"
  from "rfm"."metrics"
  where (
    "rfm"."metrics"."valid_to" is null
    and "rfm"."metrics"."standing" = 'scored'
  )
) as "customers";
