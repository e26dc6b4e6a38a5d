select
  "histories"."repeat_days",
  cast("histories"."repeat_value" as double precision)
from "histories"
where (
  "histories"."repeat_days" > ?
  and "histories"."repeat_value" > ?
)
order by
  "histories"."repeat_days",
  cast("histories"."repeat_value" as double precision);
