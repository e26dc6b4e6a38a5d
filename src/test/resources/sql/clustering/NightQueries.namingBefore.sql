select "clustering"."nights"."naming"
from "clustering"."nights"
where "clustering"."nights"."night" = cast(? as date);
