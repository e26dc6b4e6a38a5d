delete from "publish"."customer_segments";

insert into "publish"."customer_segments" (
  "customer_key",
  "night",
  "segment",
  "cluster",
  "recency_days",
  "orders_count",
  "net_value",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "cluster_name",
  "tier",
  "frequency",
  "monetary",
  "frequency_counts",
  "monetary_value"
)
select
  "segments"."memberships"."customer_key",
  cast(? as date),
  "segments"."memberships"."segment",
  "clustering"."members"."cluster",
  "rfm"."scores"."recency_days",
  "rfm"."scores"."orders_count",
  "rfm"."scores"."net_value",
  "rfm"."scores"."r_score",
  "rfm"."scores"."f_score",
  "rfm"."scores"."m_score",
  "segments"."memberships"."previous_segment",
  "segments"."memberships"."changed_on",
  "segments"."memberships"."cause",
  "clustering"."centroids"."name",
  "clustering"."centroids"."tier",
  "rfm"."scores"."frequency",
  "rfm"."scores"."monetary",
  "rfm"."nights"."frequency_counts",
  "rfm"."nights"."monetary_value"
from "segments"."memberships"
  join "rfm"."nights"
    on "rfm"."nights"."night" = cast(? as date)
  join "rfm"."scores"
    on (
      "rfm"."scores"."night" = cast(? as date)
      and "rfm"."scores"."customer_key" = "segments"."memberships"."customer_key"
    )
  left outer join "clustering"."members"
    on (
      "clustering"."members"."customer_key" = "segments"."memberships"."customer_key"
      and "clustering"."members"."valid_from" <= cast(? as date)
      and (
        "clustering"."members"."valid_to" is null
        or "clustering"."members"."valid_to" > cast(? as date)
      )
    )
  left outer join "clustering"."centroids"
    on (
      "clustering"."centroids"."night" = cast(? as date)
      and "clustering"."centroids"."is_proposed" = false
      and "clustering"."centroids"."cluster" = "clustering"."members"."cluster"
    )
where (
  "segments"."memberships"."valid_from" <= cast(? as date)
  and (
    "segments"."memberships"."valid_to" is null
    or "segments"."memberships"."valid_to" > cast(? as date)
  )
);
