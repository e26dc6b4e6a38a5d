select "rfm"."nights"."definition"
from "rfm"."nights"
where "rfm"."nights"."night" = cast(? as date);
