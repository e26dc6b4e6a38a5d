select
  "audiences"."exclusions"."night",
  "audiences"."exclusions"."audience",
  "audiences"."exclusions"."exclusion",
  "audiences"."exclusions"."position",
  "audiences"."exclusions"."customers"
from "audiences"."exclusions"
where (
  "audiences"."exclusions"."night" = cast(? as date)
  and "audiences"."exclusions"."audience" = ?
);

select
  "audiences"."destinations"."night",
  "audiences"."destinations"."audience",
  "audiences"."destinations"."destination",
  "audiences"."destinations"."position",
  "audiences"."destinations"."purpose",
  "audiences"."destinations"."channel",
  "audiences"."destinations"."published",
  "audiences"."destinations"."channel_opted_out",
  "audiences"."destinations"."no_consent"
from "audiences"."destinations"
where (
  "audiences"."destinations"."night" = cast(? as date)
  and "audiences"."destinations"."audience" = ?
  and "audiences"."destinations"."destination" = ?
);
