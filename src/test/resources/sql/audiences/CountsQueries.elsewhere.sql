select
  "audiences"."destination_exclusions"."audience",
  "audiences"."destination_exclusions"."destination",
  "audiences"."destination_exclusions"."exclusion",
  count(*)
from "audiences"."destination_exclusions"
where (
  "audiences"."destination_exclusions"."valid_from" <= cast(? as date)
  and (
    "audiences"."destination_exclusions"."valid_to" is null
    or "audiences"."destination_exclusions"."valid_to" > cast(? as date)
  )
)
group by "audiences"."destination_exclusions"."audience", "audiences"."destination_exclusions"."destination", "audiences"."destination_exclusions"."exclusion";
