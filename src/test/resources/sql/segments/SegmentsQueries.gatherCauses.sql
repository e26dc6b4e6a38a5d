create temporary table "movers"
on commit drop
as
select
  "named"."customer_key",
  "named"."segment" as "to_segment",
  "named"."attributes" as "attributes"
from (
  select
    "scores"."night",
    "scores"."customer_key",
    "scores"."standing",
    "scores"."recency_days",
    "scores"."orders_count",
    "scores"."net_value",
    "scores"."frequency",
    "scores"."monetary",
    "scores"."r_score",
    "scores"."f_score",
    "scores"."m_score",
    "scores"."r_before",
    "scores"."f_before",
    "scores"."m_before",
    "scores"."is_changed",
    "scores"."first_ordered_on",
    "scores"."rule",
    "scores"."attributes",
    case
      when "scores"."standing" = ? then ?
      when "scores"."standing" = ? then ?
      when "scores"."standing" = ? then ?
      else "segments"."cells"."segment"
    end as "segment"
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
      "rfm"."scores"."first_ordered_on",
      cast(null as int) as "rule",
      cast(null as jsonb) as "attributes"
    from "rfm"."scores"
    where "rfm"."scores"."night" = cast(? as date)
  ) as "scores"
    left outer join "segments"."cells"
      on (
        "segments"."cells"."night" = cast(? as date)
        and "segments"."cells"."r_score" = "scores"."r_score"
        and "segments"."cells"."f_score" = "scores"."f_score"
        and "segments"."cells"."m_score" = "scores"."m_score"
      )
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
  "named"."segment" as "to_segment",
  "named"."attributes" as "attributes"
from (
  select
    "scores"."night",
    "scores"."customer_key",
    "scores"."standing",
    "scores"."recency_days",
    "scores"."orders_count",
    "scores"."net_value",
    "scores"."frequency",
    "scores"."monetary",
    "scores"."r_score",
    "scores"."f_score",
    "scores"."m_score",
    "scores"."r_before",
    "scores"."f_before",
    "scores"."m_before",
    "scores"."is_changed",
    "scores"."first_ordered_on",
    "scores"."rule",
    "scores"."attributes",
    case
      when "scores"."standing" = ? then ?
      when "scores"."standing" = ? then ?
      when "scores"."standing" = ? then ?
      else "segments"."cells"."segment"
    end as "segment"
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
      "rfm"."scores"."first_ordered_on",
      cast(null as int) as "rule",
      cast(null as jsonb) as "attributes"
    from "rfm"."scores"
    where "rfm"."scores"."night" = cast(? as date)
  ) as "scores"
    left outer join "segments"."cells"
      on (
        "segments"."cells"."night" = cast(? as date)
        and "segments"."cells"."r_score" = "scores"."r_score"
        and "segments"."cells"."f_score" = "scores"."f_score"
        and "segments"."cells"."m_score" = "scores"."m_score"
      )
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
      when (
        false
        and case
          when "time_standing" = ? then ("by_time"."segment" = "movers"."to_segment")
          else ("time_standing" = "metrics_standing")
        end = true
      ) then ?
      else ?
    end
    when case
      when "cut_points_standing" = ? then ("by_cut_points"."segment" = "movers"."to_segment")
      else ("cut_points_standing" = "metrics_standing")
    end = true then ?
    else ?
  end as "cause"
from (
  select "customer_key", "to_segment", "attributes"
  from "movers"
) as "movers"
  join (
    select
      "asked"."customer_key",
      "now"."standing" as "metrics_standing",
      date '2025-01-31' - "now"."last_ordered_on" as "metrics_days_since_order",
      date '2025-01-31' - "now"."first_ordered_on" as "metrics_days_since_first_order",
      "now"."orders_count" as "metrics_orders",
      "now"."net_value" as "metrics_net_value",
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
      date '2025-01-31' - "time"."last_ordered_on" as "time_days_since_order",
      date '2025-01-31' - "time"."first_ordered_on" as "time_days_since_first_order",
      "time"."orders_count" as "time_orders",
      "time"."net_value" as "time_net_value",
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
      date '2025-01-30' - "then"."last_ordered_on" as "cut_points_days_since_order",
      date '2025-01-30' - "then"."first_ordered_on" as "cut_points_days_since_first_order",
      "then"."orders_count" as "cut_points_orders",
      "then"."net_value" as "cut_points_net_value",
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
        select "customer_key", "to_segment", "attributes"
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
              select "customer_key", "to_segment", "attributes"
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
          "then"."first_ordered_on",
          "then"."last_ordered_on",
          ("then"."orders_count" - coalesce("left_window"."orders_count", 0)) as "orders_count",
          ("then"."net_value" - coalesce("left_window"."net_value", 0)) as "net_value",
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
  left outer join "segments"."memberships" as "membership_before"
    on (
      "membership_before"."customer_key" = "movers"."customer_key"
      and false
      and "membership_before"."valid_from" <= cast(? as date)
      and (
        "membership_before"."valid_to" is null
        or "membership_before"."valid_to" > cast(? as date)
      )
    )
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
