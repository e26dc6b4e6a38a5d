select
  "deliver"."states"."destination",
  "deliver"."states"."audience",
  "deliver"."states"."night",
  "deliver"."states"."customers",
  "deliver"."states"."columns",
  "deliver"."states"."previous_night",
  "deliver"."states"."previous_customers",
  "deliver"."states"."begun_since",
  "deliver"."states"."begun_night",
  "deliver"."states"."begun_number",
  "deliver"."states"."begun_hash"
from "deliver"."states"
where (
  "deliver"."states"."begun_night" <= cast(? as date)
  or "deliver"."states"."night" = cast(? as date)
  or (
    "deliver"."states"."night" < cast(? as date)
    and "deliver"."states"."customers" > ?
  )
);
