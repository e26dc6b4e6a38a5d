select
  "deliver"."withdrawals"."destination",
  "deliver"."withdrawals"."place",
  "deliver"."withdrawals"."audience",
  "deliver"."withdrawals"."first_night",
  "deliver"."withdrawals"."last_night",
  "deliver"."withdrawals"."last_export_id",
  "deliver"."withdrawals"."extracts",
  "deliver"."withdrawals"."problem"
from "deliver"."withdrawals"
order by "deliver"."withdrawals"."destination", "deliver"."withdrawals"."place", "deliver"."withdrawals"."audience", "deliver"."withdrawals"."first_night";
