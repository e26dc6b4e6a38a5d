insert into "clustering"."models" (
  "night",
  "algorithm",
  "k",
  "seed",
  "starts",
  "customers",
  "inertia",
  "silhouette",
  "population",
  "scaling",
  "criterion",
  "is_proposed",
  "fitted_on",
  "definition",
  "adjusted_rand_index"
)
select
  cast(? as date),
  "clustering"."models"."algorithm",
  "clustering"."models"."k",
  "clustering"."models"."seed",
  "clustering"."models"."starts",
  "clustering"."models"."customers",
  "clustering"."models"."inertia",
  "clustering"."models"."silhouette",
  "clustering"."models"."population",
  "clustering"."models"."scaling",
  "clustering"."models"."criterion",
  false,
  "clustering"."models"."fitted_on",
  "clustering"."models"."definition",
  "clustering"."models"."adjusted_rand_index"
from "clustering"."models"
where (
  "clustering"."models"."night" = cast(? as date)
  and "clustering"."models"."is_proposed" = ?
);

insert into "clustering"."features" (
  "night",
  "feature",
  "transform",
  "centre",
  "spread",
  "position",
  "fill",
  "missing",
  "low",
  "high",
  "is_spread_stand_in",
  "is_proposed"
)
select
  cast(? as date),
  "clustering"."features"."feature",
  "clustering"."features"."transform",
  "clustering"."features"."centre",
  "clustering"."features"."spread",
  "clustering"."features"."position",
  "clustering"."features"."fill",
  "clustering"."features"."missing",
  "clustering"."features"."low",
  "clustering"."features"."high",
  "clustering"."features"."is_spread_stand_in",
  false
from "clustering"."features"
where (
  "clustering"."features"."night" = cast(? as date)
  and "clustering"."features"."is_proposed" = ?
);

insert into "clustering"."centroids" (
  "night",
  "cluster",
  "customers",
  "is_proposed",
  "position",
  "name",
  "is_named_by_rule",
  "tier"
)
select
  cast(? as date),
  "clustering"."centroids"."cluster",
  "clustering"."centroids"."customers",
  false,
  "clustering"."centroids"."position",
  "clustering"."centroids"."name",
  "clustering"."centroids"."is_named_by_rule",
  "clustering"."centroids"."tier"
from "clustering"."centroids"
where (
  "clustering"."centroids"."night" = cast(? as date)
  and "clustering"."centroids"."is_proposed" = ?
);

insert into "clustering"."centroid_values" (
  "night",
  "cluster",
  "feature",
  "scaled",
  "value",
  "is_proposed"
)
select
  cast(? as date),
  "clustering"."centroid_values"."cluster",
  "clustering"."centroid_values"."feature",
  "clustering"."centroid_values"."scaled",
  "clustering"."centroid_values"."value",
  false
from "clustering"."centroid_values"
where (
  "clustering"."centroid_values"."night" = cast(? as date)
  and "clustering"."centroid_values"."is_proposed" = ?
);

update "clustering"."centroids"
set
  "name" = ?,
  "is_named_by_rule" = ?,
  "tier" = ?
where (
  "clustering"."centroids"."night" = cast(? as date)
  and "clustering"."centroids"."is_proposed" = false
  and "clustering"."centroids"."cluster" = ?
);
