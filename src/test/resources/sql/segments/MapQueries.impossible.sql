select "rfm"."fits"."metric", "rfm"."fits"."impossible"
from "rfm"."fits"
where "rfm"."fits"."night" = cast(? as date);
