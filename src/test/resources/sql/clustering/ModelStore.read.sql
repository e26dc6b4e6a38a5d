select
  "clustering"."models"."night",
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
  "clustering"."models"."is_proposed",
  "clustering"."models"."fitted_on",
  "clustering"."models"."definition",
  "clustering"."models"."adjusted_rand_index"
from "clustering"."models"
where (
  "clustering"."models"."night" = cast(? as date)
  and "clustering"."models"."is_proposed" = ?
);

select
  "clustering"."features"."night",
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
  "clustering"."features"."is_proposed"
from "clustering"."features"
where (
  "clustering"."features"."night" = cast(? as date)
  and "clustering"."features"."is_proposed" = ?
)
order by "clustering"."features"."position";
