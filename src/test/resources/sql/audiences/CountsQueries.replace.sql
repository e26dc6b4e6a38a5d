delete from "audiences"."audiences"
where "audiences"."audiences"."night" = cast(? as date);

select max("publish"."publications"."night")
from "publish"."publications"
where "publish"."publications"."night" < cast(? as date);
