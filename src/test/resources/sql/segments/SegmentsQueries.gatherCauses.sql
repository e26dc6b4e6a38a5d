create temporary table "movers"
on commit drop
as
select
  "named"."customer_key",
  "named"."segment" as "to_segment"
from (
  select
    "rfm"."scores"."night",
    "rfm"."scores"."customer_key",
    "rfm"."scores"."standing",
    "rfm"."scores"."recency_days",
    "rfm"."scores"."orders_count",
    "rfm"."scores"."net_value",
    "rfm"."scores"."frequency",
    "rfm"."scores"."monetary",
    "rfm"."scores"."r_score",
    "rfm"."scores"."f_score",
    "rfm"."scores"."m_score",
    "rfm"."scores"."r_before",
    "rfm"."scores"."f_before",
    "rfm"."scores"."m_before",
    "rfm"."scores"."is_changed",
    case
      when "rfm"."scores"."standing" = ? then ?
      when "rfm"."scores"."standing" = ? then ?
      when "rfm"."scores"."standing" = ? then ?
      else "segments"."cells"."segment"
    end as "segment"
  from "rfm"."scores"
    left outer join "segments"."cells"
      on (
        "segments"."cells"."night" = cast(? as date)
        and "segments"."cells"."r_score" = "rfm"."scores"."r_score"
        and "segments"."cells"."f_score" = "rfm"."scores"."f_score"
        and "segments"."cells"."m_score" = "rfm"."scores"."m_score"
      )
  where "rfm"."scores"."night" = cast(? as date)
) as "named"
  join "segments"."memberships" as "before"
    on (
      "before"."customer_key" = "named"."customer_key"
      and false
    )
where "before"."segment" <> "named"."segment";

analyze "movers";

create temporary table "causes"
on commit drop
as
select
  "to_segment" as "customer_key",
  "to_segment" as "cause"
from "movers";

analyze "causes";

create temporary table "movers"
on commit drop
as
select
  "named"."customer_key",
  "named"."segment" as "to_segment"
from (
  select
    "rfm"."scores"."night",
    "rfm"."scores"."customer_key",
    "rfm"."scores"."standing",
    "rfm"."scores"."recency_days",
    "rfm"."scores"."orders_count",
    "rfm"."scores"."net_value",
    "rfm"."scores"."frequency",
    "rfm"."scores"."monetary",
    "rfm"."scores"."r_score",
    "rfm"."scores"."f_score",
    "rfm"."scores"."m_score",
    "rfm"."scores"."r_before",
    "rfm"."scores"."f_before",
    "rfm"."scores"."m_before",
    "rfm"."scores"."is_changed",
    case
      when "rfm"."scores"."standing" = ? then ?
      when "rfm"."scores"."standing" = ? then ?
      when "rfm"."scores"."standing" = ? then ?
      else "segments"."cells"."segment"
    end as "segment"
  from "rfm"."scores"
    left outer join "segments"."cells"
      on (
        "segments"."cells"."night" = cast(? as date)
        and "segments"."cells"."r_score" = "rfm"."scores"."r_score"
        and "segments"."cells"."f_score" = "rfm"."scores"."f_score"
        and "segments"."cells"."m_score" = "rfm"."scores"."m_score"
      )
  where "rfm"."scores"."night" = cast(? as date)
) as "named"
  join "segments"."memberships" as "before"
    on (
      "before"."customer_key" = "named"."customer_key"
      and "before"."valid_from" <= cast(? as date)
      and (
        "before"."valid_to" is null
        or "before"."valid_to" > cast(? as date)
      )
    )
where (
  "before"."segment" <> "named"."segment"
  and "named"."customer_key" in (
    select "touched_memberships"."customer_key"
    from "touched_memberships"
  )
);

create temporary table "causes"
on commit drop
as
select
  "movers"."customer_key",
  case
    when (
      case
        when "metrics_standing" = ? then ("by_metrics"."segment" = "movers"."to_segment")
        else ("metrics_standing" = "metrics_standing")
      end = true
      or (
        "metrics_standing" = ?
        and "by_metrics"."segment" is null
      )
    ) then case
      when case
        when "time_standing" = ? then ("by_time"."segment" = "movers"."to_segment")
        else ("time_standing" = "metrics_standing")
      end = true then ?
      else ?
    end
    when case
      when "cut_points_standing" = ? then ("by_cut_points"."segment" = "movers"."to_segment")
      else ("cut_points_standing" = "metrics_standing")
    end = true then ?
    else ?
  end as "cause"
from (
  select "customer_key", "to_segment"
  from "movers"
) as "movers"
  join (
    select
      "asked"."customer_key",
      "now"."standing" as "metrics_standing",
      case
        when "now"."standing" = 'scored' then (5 - width_bucket(cast(
          date '2025-01-31' - "now"."last_ordered_on"
          as double precision
        ), cast('{3.6000000000000005,5.200000000000001,6.800000000000001,8.400000000000002}' as double precision[])))
      end as "metrics_recency",
      case
        when "now"."standing" = 'scored' then (width_bucket("now"."frequency", cast('{2.0000000000000004,2.0000000000000004,2.0000000000000004,2.0000000000000004}' as double precision[])) + ?)
      end as "metrics_frequency",
      case
        when "now"."standing" = 'scored' then (width_bucket("now"."monetary", cast('{64.00000000000001,83.00000000000001,102.00000000000001,121.00000000000001}' as double precision[])) + ?)
      end as "metrics_monetary",
      "time"."standing" as "time_standing",
      case
        when "time"."standing" = 'scored' then (5 - width_bucket(cast(
          date '2025-01-31' - "time"."last_ordered_on"
          as double precision
        ), cast('{3.6000000000000005,5.200000000000001,6.800000000000001,8.400000000000002}' as double precision[])))
      end as "time_recency",
      case
        when "time"."standing" = 'scored' then (width_bucket("time"."frequency", cast('{2.0000000000000004,2.0000000000000004,2.0000000000000004,2.0000000000000004}' as double precision[])) + ?)
      end as "time_frequency",
      case
        when "time"."standing" = 'scored' then (width_bucket("time"."monetary", cast('{64.00000000000001,83.00000000000001,102.00000000000001,121.00000000000001}' as double precision[])) + ?)
      end as "time_monetary",
      "then"."standing" as "cut_points_standing",
      case
        when "then"."standing" = 'scored' then (5 - width_bucket(cast(
          date '2025-01-30' - "then"."last_ordered_on"
          as double precision
        ), cast('{1.0000000000000002,1.0000000000000002,1.4000000000000001,2.2000000000000006}' as double precision[])))
      end as "cut_points_recency",
      case
        when "then"."standing" = 'scored' then (width_bucket("then"."frequency", cast('{1.4000000000000001,1.8000000000000003,2.2000000000000006,2.6000000000000005}' as double precision[])) + ?)
      end as "cut_points_frequency",
      case
        when "then"."standing" = 'scored' then (width_bucket("then"."monetary", cast('{23.400000000000002,37.800000000000004,74.00000000000001,132.00000000000003}' as double precision[])) + ?)
      end as "cut_points_monetary"
    from (
      select "movers"."customer_key"
      from (
        select "customer_key", "to_segment"
        from "movers"
      ) as "movers"
    ) as "asked"
      join "rfm"."metrics" as "now"
        on (
          "now"."customer_key" = "asked"."customer_key"
          and "now"."valid_from" <= cast(? as date)
          and (
            "now"."valid_to" is null
            or "now"."valid_to" > cast(? as date)
          )
        )
      join "rfm"."metrics" as "then"
        on (
          "then"."customer_key" = "asked"."customer_key"
          and "then"."valid_from" <= cast(? as date)
          and (
            "then"."valid_to" is null
            or "then"."valid_to" > cast(? as date)
          )
        )
      left outer join (
        select
          "orders"."order_parts"."customer_key",
          cast(
            count(*) filter (where (
              "orders"."order_parts"."is_order"
              and "orders"."order_parts"."ordered_on" >= cast(? as date)
              and "orders"."order_parts"."ordered_on" < cast(? as date)
            ))
            as bigint
          ) as "orders_count",
          sum("orders"."order_parts"."value") filter (where (
            "orders"."order_parts"."booked_on" >= cast(? as date)
            and "orders"."order_parts"."booked_on" < cast(? as date)
          )) as "net_value",
          cast(
            count(*) filter (where (
              "orders"."order_parts"."is_order"
              and "orders"."order_parts"."ordered_on" >= cast(? as date)
              and "orders"."order_parts"."ordered_on" < cast(? as date)
            ))
            as numeric
          ) as "counted",
          bool_or("orders"."order_parts"."is_return") filter (where (
            "orders"."order_parts"."booked_on" >= cast(? as date)
            and "orders"."order_parts"."booked_on" < cast(? as date)
          )) as "is_returning"
        from "orders"."order_parts"
          join "orders"."files"
            on "orders"."files"."file_id" = "orders"."order_parts"."file_id"
        where (
          "orders"."order_parts"."outcome" = ?
          and "orders"."files"."night" <= cast(? as date)
          and "orders"."order_parts"."customer_key" in (
            select "movers"."customer_key"
            from (
              select "customer_key", "to_segment"
              from "movers"
            ) as "movers"
          )
          and (
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
        )
        group by "orders"."order_parts"."customer_key"
      ) as "left_window"
        on "left_window"."customer_key" = "asked"."customer_key"
      cross join lateral (
        select
          case
            when "left_window"."customer_key" is null then "then"."standing"
            else case
              when "then"."last_ordered_on" < cast(? as date) then ?
              when ("then"."net_value" - coalesce("left_window"."net_value", 0)) < ? then ?
              when (
                ("then"."net_value" - coalesce("left_window"."net_value", 0)) = ?
                and exists (
                  select 1 as "one"
                  from "orders"."order_parts"
                    join "orders"."files"
                      on "orders"."files"."file_id" = "orders"."order_parts"."file_id"
                  where (
                    "orders"."order_parts"."customer_key" = "then"."customer_key"
                    and "orders"."order_parts"."outcome" = ?
                    and "orders"."files"."night" <= cast(? as date)
                    and "orders"."order_parts"."is_return"
                    and "orders"."order_parts"."booked_on" between cast(? as date) and cast(? as date)
                  )
                )
              ) then ?
              when "then"."last_ordered_on" is null then ?
              else ?
            end
          end as "standing",
          "then"."last_ordered_on",
          cast(
            (cast("then"."frequency" as numeric) - coalesce("left_window"."counted", 0))
            as double precision
          ) as "frequency",
          case
            when "left_window"."customer_key" is null then "then"."monetary"
            else cast(
              ("then"."net_value" - coalesce("left_window"."net_value", 0))
              as double precision
            )
          end as "monetary"
      ) as "time"
  ) as "crossed"
    on "crossed"."customer_key" = "movers"."customer_key"
  left outer join "segments"."cells" as "by_metrics"
    on (
      "by_metrics"."night" = cast(? as date)
      and "by_metrics"."r_score" = "metrics_recency"
      and "by_metrics"."f_score" = "metrics_frequency"
      and "by_metrics"."m_score" = "metrics_monetary"
    )
  left outer join "segments"."cells" as "by_time"
    on (
      "by_time"."night" = cast(? as date)
      and "by_time"."r_score" = "time_recency"
      and "by_time"."f_score" = "time_frequency"
      and "by_time"."m_score" = "time_monetary"
    )
  left outer join "segments"."cells" as "by_cut_points"
    on (
      "by_cut_points"."night" = cast(? as date)
      and "by_cut_points"."r_score" = "cut_points_recency"
      and "by_cut_points"."f_score" = "cut_points_frequency"
      and "by_cut_points"."m_score" = "cut_points_monetary"
    );
