select
  "rfm"."nights"."night",
  "rfm"."nights"."build",
  "rfm"."nights"."definition",
  "rfm"."nights"."run",
  "rfm"."nights"."first_day",
  "rfm"."nights"."frequency_counts",
  "rfm"."nights"."monetary_value"
from "rfm"."nights"
where "rfm"."nights"."night" = cast(? as date);

with
  "profiled" as materialized (
    select
      "members"."segment",
      cast(
        count(*)
        as numeric
      ) as "customers",
      sum("members"."net_value") as "revenue",
      avg("members"."recency_days") as "mean_recency_days",
      avg("members"."orders_count") as "mean_orders_count",
      avg("members"."net_value") as "mean_net_value",
      percentile_cont(cast(5E-1 as double precision)) within group (order by cast("members"."recency_days" as double precision)) as "median_recency_days",
      percentile_cont(cast(5E-1 as double precision)) within group (order by cast("members"."orders_count" as double precision)) as "median_orders_count",
      percentile_cont(cast(5E-1 as double precision)) within group (order by cast("members"."net_value" as double precision)) as "median_net_value",
      (sum("members"."net_value") / nullif(
        sum("members"."orders_count"),
        ?
      )) as "mean_order_value",
      avg(cast("members"."frequency" as numeric)) as "mean_frequency",
      avg(cast("members"."monetary" as numeric)) as "mean_monetary",
      percentile_cont(cast(5E-1 as double precision)) within group (order by cast("members"."orders_count" as double precision)) as "median_frequency",
      percentile_cont(cast(5E-1 as double precision)) within group (order by cast("members"."net_value" as double precision)) as "median_monetary"
    from (
      select
        "customer_key",
        "segment",
        "recency_days",
        "orders_count",
        "net_value",
        "frequency",
        "monetary"
      from "members"
    ) as "members"
    group by "members"."segment"
  ),
  "moved" as (
    select
      "segments"."segments"."segment",
      sum("segments"."moves"."customers") filter (where "segments"."moves"."from_segment" = "segments"."segments"."segment") as "previous_customers",
      sum("segments"."moves"."customers") filter (where (
        "segments"."moves"."to_segment" = "segments"."segments"."segment"
        and "segments"."moves"."from_segment" is distinct from "segments"."segments"."segment"
      )) as "moved_in",
      sum("segments"."moves"."customers") filter (where (
        "segments"."moves"."from_segment" = "segments"."segments"."segment"
        and "segments"."moves"."to_segment" is distinct from "segments"."segments"."segment"
      )) as "moved_out"
    from "segments"."segments"
      join "segments"."moves"
        on (
          "segments"."moves"."night" = "segments"."segments"."night"
          and (
            "segments"."moves"."to_segment" = "segments"."segments"."segment"
            or "segments"."moves"."from_segment" = "segments"."segments"."segment"
          )
        )
    where "segments"."segments"."night" = cast(? as date)
    group by "segments"."segments"."segment"
  )
insert into "segments"."profiles" (
  "night",
  "segment",
  "customers",
  "customers_share",
  "revenue",
  "revenue_share",
  "mean_recency_days",
  "mean_orders_count",
  "mean_net_value",
  "mean_order_value",
  "mean_frequency",
  "mean_monetary",
  "median_recency_days",
  "median_orders_count",
  "median_net_value",
  "median_frequency",
  "median_monetary",
  "previous_customers",
  "moved_in",
  "moved_out",
  "frequency_counts",
  "monetary_value"
)
select
  "segments"."segments"."night",
  "segments"."segments"."segment",
  cast(
    coalesce(
      cast("profiled"."customers" as numeric),
      0
    )
    as bigint
  ) as "customers",
  coalesce(
    (coalesce(
      cast("profiled"."customers" as numeric),
      0
    ) / nullif(
      sum(coalesce(
        cast("profiled"."customers" as numeric),
        0
      )) over (),
      ?
    )),
    0
  ) as "customers_share",
  coalesce(
    cast("profiled"."revenue" as numeric),
    0
  ) as "revenue",
  coalesce(
    (coalesce(
      cast("profiled"."revenue" as numeric),
      0
    ) / nullif(
      sum(coalesce(
        cast("profiled"."revenue" as numeric),
        0
      )) over (),
      ?
    )),
    0
  ) as "revenue_share",
  "profiled"."mean_recency_days",
  "profiled"."mean_orders_count",
  "profiled"."mean_net_value",
  "profiled"."mean_order_value",
  "profiled"."mean_frequency",
  "profiled"."mean_monetary",
  "profiled"."median_recency_days",
  "profiled"."median_orders_count",
  "profiled"."median_net_value",
  "profiled"."median_frequency",
  "profiled"."median_monetary",
  cast(
    coalesce(
      cast("moved"."previous_customers" as numeric),
      0
    )
    as bigint
  ) as "previous_customers",
  cast(
    coalesce(
      cast("moved"."moved_in" as numeric),
      0
    )
    as bigint
  ) as "moved_in",
  cast(
    coalesce(
      cast("moved"."moved_out" as numeric),
      0
    )
    as bigint
  ) as "moved_out",
  "rfm"."nights"."frequency_counts",
  "rfm"."nights"."monetary_value"
from "segments"."segments"
  join "rfm"."nights"
    on "rfm"."nights"."night" = "segments"."segments"."night"
  left outer join "profiled"
    on "profiled"."segment" = "segments"."segments"."segment"
  left outer join "moved"
    on "moved"."segment" = "segments"."segments"."segment"
where "segments"."segments"."night" = cast(? as date);
