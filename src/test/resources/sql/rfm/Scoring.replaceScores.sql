create or replace view "rfm"."scores"(
  "night",
  "customer_key",
  "standing",
  "recency_days",
  "orders_count",
  "net_value",
  "frequency",
  "monetary",
  "r_score",
  "f_score",
  "m_score",
  "r_before",
  "f_before",
  "m_before",
  "is_changed",
  "first_ordered_on"
)
as
select
  date '2025-01-30',
  "rfm"."metrics"."customer_key",
  "rfm"."metrics"."standing",
  date '2025-01-30' - "rfm"."metrics"."last_ordered_on",
  "rfm"."metrics"."orders_count",
  "rfm"."metrics"."net_value",
  "rfm"."metrics"."frequency",
  "rfm"."metrics"."monetary",
  case
    when "rfm"."metrics"."standing" = 'scored' then (5 - width_bucket(cast(
      date '2025-01-30' - "rfm"."metrics"."last_ordered_on"
      as double precision
    ), cast('{3.6000000000000005,5.200000000000001,6.800000000000001,8.400000000000002}' as double precision[])))
  end,
  case
    when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."frequency", cast('{2.0000000000000004,2.0000000000000004,2.0000000000000004,2.0000000000000004}' as double precision[])) + 1)
  end,
  case
    when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."monetary", cast('{64.00000000000001,83.00000000000001,102.00000000000001,121.00000000000001}' as double precision[])) + 1)
  end,
  cast(null as int),
  cast(null as int),
  cast(null as int),
  (
    "rfm"."metrics"."valid_from" = date '2025-01-30'
    or (
      case
        when "rfm"."metrics"."standing" = 'scored' then (5 - width_bucket(cast(
          date '2025-01-30' - "rfm"."metrics"."last_ordered_on"
          as double precision
        ), cast('{3.6000000000000005,5.200000000000001,6.800000000000001,8.400000000000002}' as double precision[])))
      end,
      case
        when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."frequency", cast('{2.0000000000000004,2.0000000000000004,2.0000000000000004,2.0000000000000004}' as double precision[])) + 1)
      end,
      case
        when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."monetary", cast('{64.00000000000001,83.00000000000001,102.00000000000001,121.00000000000001}' as double precision[])) + 1)
      end
    ) is distinct from (
      cast(null as int),
      cast(null as int),
      cast(null as int)
    )
  ),
  "rfm"."metrics"."first_ordered_on"
from "rfm"."metrics"
where "rfm"."metrics"."valid_to" is null;

create or replace view "rfm"."scores"(
  "night",
  "customer_key",
  "standing",
  "recency_days",
  "orders_count",
  "net_value",
  "frequency",
  "monetary",
  "r_score",
  "f_score",
  "m_score",
  "r_before",
  "f_before",
  "m_before",
  "is_changed",
  "first_ordered_on"
)
as
select
  date '2025-01-31',
  "rfm"."metrics"."customer_key",
  "rfm"."metrics"."standing",
  date '2025-01-31' - "rfm"."metrics"."last_ordered_on",
  "rfm"."metrics"."orders_count",
  "rfm"."metrics"."net_value",
  "rfm"."metrics"."frequency",
  "rfm"."metrics"."monetary",
  case
    when "rfm"."metrics"."standing" = 'scored' then (5 - width_bucket(cast(
      date '2025-01-31' - "rfm"."metrics"."last_ordered_on"
      as double precision
    ), cast('{1.0000000000000002,1.0000000000000002,1.4000000000000001,2.2000000000000006}' as double precision[])))
  end,
  case
    when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."frequency", cast('{1.4000000000000001,1.8000000000000003,2.2000000000000006,2.6000000000000005}' as double precision[])) + 1)
  end,
  case
    when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."monetary", cast('{23.400000000000002,37.800000000000004,74.00000000000001,132.00000000000003}' as double precision[])) + 1)
  end,
  case
    when "rfm"."metrics"."standing" = 'scored' then (5 - width_bucket(cast(
      date '2025-01-31' - "rfm"."metrics"."last_ordered_on"
      as double precision
    ), cast('{3.6000000000000005,5.200000000000001,6.800000000000001,8.400000000000002}' as double precision[])))
  end,
  case
    when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."frequency", cast('{2.0000000000000004,2.0000000000000004,2.0000000000000004,2.0000000000000004}' as double precision[])) + 1)
  end,
  case
    when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."monetary", cast('{64.00000000000001,83.00000000000001,102.00000000000001,121.00000000000001}' as double precision[])) + 1)
  end,
  (
    "rfm"."metrics"."valid_from" = date '2025-01-31'
    or (
      case
        when "rfm"."metrics"."standing" = 'scored' then (5 - width_bucket(cast(
          date '2025-01-31' - "rfm"."metrics"."last_ordered_on"
          as double precision
        ), cast('{1.0000000000000002,1.0000000000000002,1.4000000000000001,2.2000000000000006}' as double precision[])))
      end,
      case
        when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."frequency", cast('{1.4000000000000001,1.8000000000000003,2.2000000000000006,2.6000000000000005}' as double precision[])) + 1)
      end,
      case
        when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."monetary", cast('{23.400000000000002,37.800000000000004,74.00000000000001,132.00000000000003}' as double precision[])) + 1)
      end
    ) is distinct from (
      case
        when "rfm"."metrics"."standing" = 'scored' then (5 - width_bucket(cast(
          date '2025-01-30' - "rfm"."metrics"."last_ordered_on"
          as double precision
        ), cast('{3.6000000000000005,5.200000000000001,6.800000000000001,8.400000000000002}' as double precision[])))
      end,
      case
        when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."frequency", cast('{2.0000000000000004,2.0000000000000004,2.0000000000000004,2.0000000000000004}' as double precision[])) + 1)
      end,
      case
        when "rfm"."metrics"."standing" = 'scored' then (width_bucket("rfm"."metrics"."monetary", cast('{64.00000000000001,83.00000000000001,102.00000000000001,121.00000000000001}' as double precision[])) + 1)
      end
    )
  ),
  "rfm"."metrics"."first_ordered_on"
from "rfm"."metrics"
where "rfm"."metrics"."valid_to" is null;
