create temporary table "touched_memberships"
on commit drop
as
select "named"."customer_key"
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
where "named"."is_changed"
union
select "rfm"."metrics"."customer_key"
from "rfm"."metrics"
where "rfm"."metrics"."valid_to" = cast(? as date);

analyze "touched_memberships";
