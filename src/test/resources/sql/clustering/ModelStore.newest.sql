select max("clustering"."models"."night")
from "clustering"."models"
where (
  "clustering"."models"."night" < cast(? as date)
  and "clustering"."models"."is_proposed" = false
);

select max("clustering"."models"."night")
from "clustering"."models"
where (
  "clustering"."models"."night" < cast(? as date)
  and "clustering"."models"."fitted_on" = "clustering"."models"."night"
);
