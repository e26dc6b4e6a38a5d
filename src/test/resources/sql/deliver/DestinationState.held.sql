select
  "deliver"."states"."destination",
  "deliver"."states"."audience",
  "deliver"."states"."night",
  "deliver"."states"."customers",
  "deliver"."states"."columns",
  "deliver"."states"."previous_night",
  "deliver"."states"."previous_customers"
from "deliver"."states"
where (
  "deliver"."states"."night" = cast(? as date)
  or (
    "deliver"."states"."night" < cast(? as date)
    and "deliver"."states"."customers" > ?
  )
);
