select
  "rfm"."nights"."night",
  "rfm"."nights"."build",
  "rfm"."nights"."definition",
  "rfm"."nights"."run",
  "rfm"."nights"."first_day",
  "rfm"."nights"."frequency_counts",
  "rfm"."nights"."monetary_value"
from "rfm"."nights"
where "rfm"."nights"."night" = cast(? as date);
