select
  "forecast"."nights"."night",
  "forecast"."nights"."customers",
  "forecast"."nights"."repeat_buyers",
  "forecast"."nights"."r",
  "forecast"."nights"."alpha",
  "forecast"."nights"."a",
  "forecast"."nights"."b",
  "forecast"."nights"."log_likelihood",
  "forecast"."nights"."p",
  "forecast"."nights"."q",
  "forecast"."nights"."v",
  "forecast"."nights"."value_log_likelihood",
  "forecast"."nights"."problem",
  "forecast"."nights"."build"
from "forecast"."nights"
where "forecast"."nights"."night" = cast(? as date);
