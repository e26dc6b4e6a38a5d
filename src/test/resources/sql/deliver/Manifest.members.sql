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
