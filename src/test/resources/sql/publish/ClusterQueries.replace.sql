delete from "publish"."clusters"
where "publish"."clusters"."night" = cast(? as date);

delete from "publish"."cluster_features"
where "publish"."cluster_features"."night" = cast(? as date);

delete from "publish"."cluster_attributes"
where "publish"."cluster_attributes"."night" = cast(? as date);

insert into "publish"."cluster_attributes" (
  "night",
  "cluster",
  "attribute",
  "value",
  "customers",
  "customers_share",
  "share_index"
)
select
  "clustering"."profile_attributes"."night",
  "clustering"."profile_attributes"."cluster",
  "clustering"."profile_attributes"."attribute",
  "clustering"."profile_attributes"."value",
  "clustering"."profile_attributes"."customers",
  "clustering"."profile_attributes"."customers_share",
  "clustering"."profile_attributes"."share_index"
from "clustering"."profile_attributes"
where "clustering"."profile_attributes"."night" = cast(? as date);
