select percentile_disc(array[
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2)
]) within group (order by "value")
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

select percentile_disc(array[
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2)
]) within group (order by "value")
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

select percentile_disc(array[
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    ((((2 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 2),
  ((cast(
    least(
      (((((2 - ?) * ?) / ?) + ?) + ?),
      2
    )
    as double precision
  ) - cast(? as double precision)) / 2)
]) within group (order by "value")
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

select percentile_disc(array[
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3)
]) within group (order by "value")
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

select percentile_disc(array[
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3)
]) within group (order by "value")
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

select percentile_disc(array[
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    ((((3 - ?) * ?) / ?) + ?)
    as double precision
  ) - cast(? as double precision)) / 3),
  ((cast(
    least(
      (((((3 - ?) * ?) / ?) + ?) + ?),
      3
    )
    as double precision
  ) - cast(? as double precision)) / 3)
]) within group (order by "value")
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
