select
  "audiences"."destinations"."purpose",
  sum(("audiences"."exclusions"."customers" + "audiences"."destinations"."no_consent")),
  sum("audiences"."audiences"."members")
from "audiences"."audiences"
  join "audiences"."destinations"
    on (
      "audiences"."destinations"."night" = "audiences"."audiences"."night"
      and "audiences"."destinations"."audience" = "audiences"."audiences"."audience"
    )
  join "audiences"."exclusions"
    on (
      "audiences"."exclusions"."night" = "audiences"."audiences"."night"
      and "audiences"."exclusions"."audience" = "audiences"."audiences"."audience"
    )
where (
  "audiences"."audiences"."night" = cast(? as date)
  and "audiences"."exclusions"."exclusion" = ?
)
group by "audiences"."destinations"."purpose"
having (sum(("audiences"."exclusions"."customers" + "audiences"."destinations"."no_consent")) * ?) > sum("audiences"."audiences"."members")
order by "audiences"."destinations"."purpose";
