select
  "rfm"."fits"."night",
  "rfm"."fits"."metric",
  "rfm"."fits"."rule",
  "rfm"."fits"."bins",
  "rfm"."fits"."direction",
  "rfm"."fits"."fitted_on",
  "rfm"."fits"."lowest",
  "rfm"."fits"."impossible"
from "rfm"."fits"
where "rfm"."fits"."night" = cast(? as date);
