select "pipeline"."night_turns"."turn"
from "pipeline"."night_turns"
for share;

select
  "published"."audience_exclusions"."night",
  "published"."audience_exclusions"."audience",
  "published"."audience_exclusions"."exclusion",
  "published"."audience_exclusions"."position",
  "published"."audience_exclusions"."customers"
from "published"."audience_exclusions"
where "published"."audience_exclusions"."night" = cast(? as date)
order by "published"."audience_exclusions"."position";

select
  "published"."audience_changes"."night",
  "published"."audience_changes"."destination",
  "published"."audience_changes"."audience",
  "published"."audience_changes"."since",
  "published"."audience_changes"."customers_before",
  "published"."audience_changes"."customers",
  "published"."audience_changes"."added",
  "published"."audience_changes"."changed",
  "published"."audience_changes"."removed",
  "published"."audience_changes"."stopped_for",
  "published"."audience_changes"."delivered_at"
from "published"."audience_changes"
where "published"."audience_changes"."night" = cast(? as date)
order by "published"."audience_changes"."destination";

select
  "published"."audience_destinations"."audience",
  "published"."audience_destinations"."destination",
  "published"."audience_destinations"."purpose",
  "published"."audience_destinations"."channel",
  "published"."audience_destinations"."published",
  "published"."audience_destinations"."channel_opted_out",
  "published"."audience_destinations"."no_consent",
  "published"."audience_destinations"."stopped_for",
  "published"."audience_destinations"."delivered_night",
  "published"."audience_destinations"."path",
  "published"."audience_destinations"."lines",
  "published"."audience_destinations"."delivered_at",
  "published"."audience_destinations"."warnings"
from "published"."audience_destinations"
where "published"."audience_destinations"."night" = cast(? as date)
order by "published"."audience_destinations"."position";

select
  "published"."audiences"."night",
  "published"."audiences"."audience",
  "published"."audiences"."position",
  "published"."audiences"."segment",
  "published"."audiences"."description",
  "published"."audiences"."purpose",
  "published"."audiences"."channel",
  "published"."audiences"."destinations",
  "published"."audiences"."exclusive_group",
  "published"."audiences"."priority",
  "published"."audiences"."holdout_percent",
  "published"."audiences"."frequency",
  "published"."audiences"."is_due",
  "published"."audiences"."warn_below",
  "published"."audiences"."block_below",
  "published"."audiences"."is_blocked",
  "published"."audiences"."members",
  "published"."audiences"."published",
  "published"."audiences"."added",
  "published"."audiences"."removed"
from "published"."audiences"
where "published"."audiences"."night" = cast(? as date)
order by "published"."audiences"."position";

select
  "published"."segment_profile"."night",
  "published"."segment_profile"."segment",
  "published"."segment_profile"."position",
  "published"."segment_profile"."customers",
  "published"."segment_profile"."customers_share",
  "published"."segment_profile"."revenue",
  "published"."segment_profile"."revenue_share",
  "published"."segment_profile"."mean_recency_days",
  "published"."segment_profile"."mean_orders_count",
  "published"."segment_profile"."mean_net_value",
  "published"."segment_profile"."median_recency_days",
  "published"."segment_profile"."median_orders_count",
  "published"."segment_profile"."median_net_value",
  "published"."segment_profile"."previous_customers",
  "published"."segment_profile"."moved_in",
  "published"."segment_profile"."moved_out",
  "published"."segment_profile"."mean_order_value",
  "published"."segment_profile"."mean_frequency",
  "published"."segment_profile"."mean_monetary",
  "published"."segment_profile"."median_frequency",
  "published"."segment_profile"."median_monetary",
  "published"."segment_profile"."frequency_counts",
  "published"."segment_profile"."monetary_value"
from "published"."segment_profile"
where "published"."segment_profile"."night" = cast(? as date)
order by "published"."segment_profile"."position";

select
  "segments"."memberships"."r_score",
  "segments"."memberships"."f_score",
  count(*),
  sum("rfm"."metrics"."net_value")
from "segments"."memberships"
  join "rfm"."metrics"
    on (
      "rfm"."metrics"."customer_key" = "segments"."memberships"."customer_key"
      and "rfm"."metrics"."valid_from" <= cast(? as date)
      and (
        "rfm"."metrics"."valid_to" is null
        or "rfm"."metrics"."valid_to" > cast(? as date)
      )
    )
where (
  "segments"."memberships"."valid_from" <= cast(? as date)
  and (
    "segments"."memberships"."valid_to" is null
    or "segments"."memberships"."valid_to" > cast(? as date)
  )
  and "segments"."memberships"."r_score" is not null
  and "segments"."memberships"."f_score" is not null
)
group by "segments"."memberships"."r_score", "segments"."memberships"."f_score"
order by "segments"."memberships"."r_score", "segments"."memberships"."f_score";

select
  "rfm"."fits"."night",
  "rfm"."fits"."metric",
  "rfm"."fits"."rule",
  "rfm"."fits"."bins",
  "rfm"."fits"."direction",
  "rfm"."fits"."fitted_on",
  "rfm"."fits"."lowest",
  "rfm"."fits"."impossible"
from "rfm"."fits"
where (
  "rfm"."fits"."night" = cast(? as date)
  and "rfm"."fits"."metric" = ?
);

select "published"."segment_profile"."night", "published"."segment_profile"."segment", "published"."segment_profile"."customers", "published"."segment_profile"."revenue"
from "published"."segment_profile"
where "published"."segment_profile"."night" in (
  select "alias_21836469"."night"
  from (
    select distinct "published"."segment_profile"."night"
    from "published"."segment_profile"
    where "published"."segment_profile"."night" <= cast(? as date)
    order by "published"."segment_profile"."night" desc
    fetch next ? rows only
  ) as "alias_21836469"
)
order by "published"."segment_profile"."night" desc, "published"."segment_profile"."position";

select max("published"."segment_profile"."night")
from "published"."segment_profile"
where "published"."segment_profile"."night" < cast(? as date);

select
  "ingest"."sources"."source",
  "ingest"."sources"."is_required",
  "ingest"."sources"."expected_by",
  "last"."name",
  "last"."night",
  "last"."landed_at",
  "last"."verdict"
from "ingest"."sources"
  left outer join lateral (
    select "ingest"."files"."name", "ingest"."files"."night", "ingest"."files"."landed_at", "ingest"."files"."verdict"
    from "ingest"."files"
    where (
      "ingest"."files"."source" = "ingest"."sources"."source"
      and "ingest"."files"."verdict" <> ?
      and "ingest"."files"."night" <= cast(? as date)
    )
    order by "ingest"."files"."file_id" desc
    fetch next ? rows only
  ) as "last"
    on true
where (
  "ingest"."sources"."feed" <> ?
  or "last"."name" is not null
)
order by "ingest"."sources"."source";

select
  "ingest"."files"."source",
  "ingest"."files"."name",
  "ingest"."files"."verdict",
  "ingest"."rejects"."column_name",
  "ingest"."rejects"."reason",
  count(*)
from "ingest"."rejects"
  join "ingest"."files"
    on "ingest"."files"."file_id" = "ingest"."rejects"."file_id"
where "ingest"."files"."night" = cast(? as date)
group by
  "ingest"."files"."source",
  "ingest"."files"."name",
  "ingest"."files"."file_id",
  "ingest"."rejects"."column_name",
  "ingest"."rejects"."reason"
order by
  "ingest"."files"."source",
  "ingest"."files"."name",
  "ingest"."files"."file_id",
  count(*) desc,
  "ingest"."rejects"."reason";

select
  "deliver"."changes"."night",
  "deliver"."changes"."destination",
  "deliver"."changes"."audience",
  "deliver"."changes"."customers_before",
  "deliver"."changes"."customers",
  "deliver"."changes"."added",
  "deliver"."changes"."changed",
  "deliver"."changes"."removed",
  "deliver"."changes"."replaced",
  "deliver"."changes"."refused",
  "deliver"."changes"."is_declared",
  "deliver"."changes"."stopped_for"
from "deliver"."changes"
where (
  "deliver"."changes"."stopped_for" is not null
  and not exists (
    select 1 as "one"
    from "deliver"."changes" as "later"
    where (
      "later"."destination" = "deliver"."changes"."destination"
      and "later"."audience" = "deliver"."changes"."audience"
      and "later"."night" > "deliver"."changes"."night"
    )
  )
)
order by "deliver"."changes"."night" desc, "deliver"."changes"."audience", "deliver"."changes"."destination";

select "published"."segment_profile"."segment"
from "published"."segment_profile"
where "published"."segment_profile"."night" = cast(? as date)
order by "published"."segment_profile"."position";

select
  "published"."segment_moves"."from_segment",
  "published"."segment_moves"."to_segment",
  case
    when "published"."segment_moves"."direction" in (
      ?, ?
    ) then "published"."segment_moves"."cause"
  end,
  cast("published"."segment_moves"."customers" as int),
  "published"."segment_moves"."revenue",
  "published"."segment_moves"."direction"
from "published"."segment_moves"
where "published"."segment_moves"."night" = cast(? as date)
order by "published"."segment_moves"."from_segment", "published"."segment_moves"."to_segment", "published"."segment_moves"."cause";
