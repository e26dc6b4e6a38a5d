select
  "clustering"."centroid_values"."night",
  "clustering"."centroid_values"."cluster",
  "clustering"."centroid_values"."feature",
  "clustering"."centroid_values"."scaled",
  "clustering"."centroid_values"."value",
  "clustering"."centroid_values"."is_proposed"
from "clustering"."centroid_values"
where (
  "clustering"."centroid_values"."night" = cast(? as date)
  and "clustering"."centroid_values"."is_proposed" = ?
);

select
  "clustering"."centroids"."night",
  "clustering"."centroids"."cluster",
  "clustering"."centroids"."customers",
  "clustering"."centroids"."is_proposed",
  "clustering"."centroids"."position",
  "clustering"."centroids"."name",
  "clustering"."centroids"."is_named_by_rule",
  "clustering"."centroids"."tier"
from "clustering"."centroids"
where (
  "clustering"."centroids"."night" = cast(? as date)
  and "clustering"."centroids"."is_proposed" = ?
)
order by "clustering"."centroids"."cluster";
