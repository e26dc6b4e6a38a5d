delete from "publish"."segment_profile"
where "publish"."segment_profile"."night" = cast(? as date);

delete from "publish"."segment_moves"
where "publish"."segment_moves"."night" = cast(? as date);

delete from "publish"."segment_attributes"
where "publish"."segment_attributes"."night" = cast(? as date);

insert into "publish"."segment_profile" (
  "night",
  "segment",
  "position",
  "customers",
  "customers_share",
  "revenue",
  "revenue_share",
  "mean_recency_days",
  "mean_orders_count",
  "mean_net_value",
  "median_recency_days",
  "median_orders_count",
  "median_net_value",
  "previous_customers",
  "moved_in",
  "moved_out",
  "mean_order_value",
  "mean_frequency",
  "mean_monetary",
  "median_frequency",
  "median_monetary",
  "frequency_counts",
  "monetary_value"
)
select
  "segments"."profiles"."night",
  "segments"."profiles"."segment",
  "segments"."segments"."position",
  "segments"."profiles"."customers",
  "segments"."profiles"."customers_share",
  "segments"."profiles"."revenue",
  "segments"."profiles"."revenue_share",
  "segments"."profiles"."mean_recency_days",
  "segments"."profiles"."mean_orders_count",
  "segments"."profiles"."mean_net_value",
  "segments"."profiles"."median_recency_days",
  "segments"."profiles"."median_orders_count",
  "segments"."profiles"."median_net_value",
  "segments"."profiles"."previous_customers",
  "segments"."profiles"."moved_in",
  "segments"."profiles"."moved_out",
  "segments"."profiles"."mean_order_value",
  "segments"."profiles"."mean_frequency",
  "segments"."profiles"."mean_monetary",
  "segments"."profiles"."median_frequency",
  "segments"."profiles"."median_monetary",
  "segments"."profiles"."frequency_counts",
  "segments"."profiles"."monetary_value"
from "segments"."profiles"
  join "segments"."segments"
    on (
      "segments"."segments"."night" = "segments"."profiles"."night"
      and "segments"."segments"."segment" = "segments"."profiles"."segment"
    )
where "segments"."profiles"."night" = cast(? as date);

insert into "publish"."segment_moves" (
  "night",
  "from_segment",
  "to_segment",
  "customers",
  "revenue",
  "cause",
  "direction"
)
select
  "segments"."moves"."night",
  "segments"."moves"."from_segment",
  "segments"."moves"."to_segment",
  "segments"."moves"."customers",
  "segments"."moves"."revenue",
  "segments"."moves"."cause",
  "segments"."moves"."direction"
from "segments"."moves"
where "segments"."moves"."night" = cast(? as date);

insert into "publish"."segment_attributes" (
  "night",
  "segment",
  "attribute",
  "value",
  "customers",
  "customers_share",
  "share_index"
)
select
  "segments"."profile_attributes"."night",
  "segments"."profile_attributes"."segment",
  "segments"."profile_attributes"."attribute",
  "segments"."profile_attributes"."value",
  "segments"."profile_attributes"."customers",
  "segments"."profile_attributes"."customers_share",
  "segments"."profile_attributes"."share_index"
from "segments"."profile_attributes"
where "segments"."profile_attributes"."night" = cast(? as date);
