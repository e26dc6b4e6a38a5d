insert into "publish"."cluster_features" (
  "night",
  "cluster",
  "feature",
  "mean",
  "median",
  "centre"
)
select
  "clustering"."profile_features"."night",
  "clustering"."profile_features"."cluster",
  "clustering"."profile_features"."feature",
  "clustering"."profile_features"."mean",
  "clustering"."profile_features"."median",
  "clustering"."centroid_values"."value"
from "clustering"."profile_features"
  join "clustering"."centroid_values"
    on (
      "clustering"."centroid_values"."night" = "clustering"."profile_features"."night"
      and "clustering"."centroid_values"."is_proposed" = false
      and "clustering"."centroid_values"."cluster" = "clustering"."profile_features"."cluster"
      and "clustering"."centroid_values"."feature" = "clustering"."profile_features"."feature"
    )
where "clustering"."profile_features"."night" = cast(? as date);
