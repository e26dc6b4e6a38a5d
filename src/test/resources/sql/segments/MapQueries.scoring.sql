select "rfm"."nights"."definition"
from "rfm"."nights"
where "rfm"."nights"."night" = cast(? as date);

select "rfm"."fits"."metric", "rfm"."fits"."rule", "rfm"."fits"."bins", "rfm"."fits"."direction"
from "rfm"."fits"
where "rfm"."fits"."night" = cast(? as date)
order by "rfm"."fits"."metric";
