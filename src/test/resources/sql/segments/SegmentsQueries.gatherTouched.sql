create temporary table "touched_memberships"
on commit drop
as
select "named"."customer_key"
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
where (
  "named"."is_changed"
  or false
  or false
)
union
select "rfm"."metrics"."customer_key"
from "rfm"."metrics"
where "rfm"."metrics"."valid_to" = cast(? as date)
union
select "orders"."customers"."customer_key"
from "orders"."customers"
where false;

analyze "touched_memberships";
