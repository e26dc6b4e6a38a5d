select max("clustering"."centroids"."cluster")
from "clustering"."centroids"
where (
  "clustering"."centroids"."night" < cast(? as date)
  and "clustering"."centroids"."is_proposed" = false
);
