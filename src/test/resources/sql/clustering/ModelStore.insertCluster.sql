insert into "clustering"."centroids" (
  "night",
  "is_proposed",
  "cluster",
  "customers",
  "position",
  "name",
  "is_named_by_rule",
  "tier"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?
);

insert into "clustering"."centroid_values" (
  "night",
  "is_proposed",
  "cluster",
  "feature",
  "scaled",
  "value"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  cast(? as double precision), 
  cast(? as double precision)
);
