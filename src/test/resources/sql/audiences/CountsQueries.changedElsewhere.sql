select distinct "audiences"."destination_exclusions"."audience"
from "audiences"."destination_exclusions"
where (
  "audiences"."destination_exclusions"."valid_from" between cast(? as date) and cast(? as date)
  or "audiences"."destination_exclusions"."valid_to" between cast(? as date) and cast(? as date)
);
