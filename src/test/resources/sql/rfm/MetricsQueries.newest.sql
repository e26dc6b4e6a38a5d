select
  "rfm"."nights"."night",
  "rfm"."nights"."build",
  "rfm"."nights"."definition",
  "rfm"."nights"."run",
  "rfm"."nights"."first_day",
  "rfm"."nights"."frequency_counts",
  "rfm"."nights"."monetary_value"
from "rfm"."nights"
order by "rfm"."nights"."night" desc
fetch next ? rows only;
