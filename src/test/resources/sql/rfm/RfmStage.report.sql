select
  "rfm"."scores"."standing",
  count(*)
from "rfm"."scores"
group by "rfm"."scores"."standing";
