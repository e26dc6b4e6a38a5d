insert into "publish"."clusters" (
  "night",
  "cluster",
  "position",
  "name",
  "tier",
  "customers",
  "customers_share",
  "revenue",
  "revenue_share",
  "nearest_cluster",
  "nearest_distance",
  "typical_customers"
)
select
  "clustering"."profiles"."night",
  "clustering"."profiles"."cluster",
  "clustering"."centroids"."position",
  "clustering"."centroids"."name",
  "clustering"."centroids"."tier",
  "clustering"."profiles"."customers",
  "clustering"."profiles"."customers_share",
  "clustering"."profiles"."revenue",
  "clustering"."profiles"."revenue_share",
  "clustering"."profiles"."nearest_cluster",
  "clustering"."profiles"."nearest_distance",
  "clustering"."profiles"."typical_customers"
from "clustering"."profiles"
  join "clustering"."centroids"
    on (
      "clustering"."centroids"."night" = "clustering"."profiles"."night"
      and "clustering"."centroids"."is_proposed" = false
      and "clustering"."centroids"."cluster" = "clustering"."profiles"."cluster"
    )
where "clustering"."profiles"."night" = cast(? as date);
