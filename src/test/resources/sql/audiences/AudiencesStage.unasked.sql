select
  "audiences"."audiences"."purpose",
  sum("audiences"."exclusions"."customers"),
  sum("audiences"."audiences"."members")
from "audiences"."audiences"
  join "audiences"."exclusions"
    on (
      "audiences"."exclusions"."night" = "audiences"."audiences"."night"
      and "audiences"."exclusions"."audience" = "audiences"."audiences"."audience"
    )
where (
  "audiences"."audiences"."night" = cast(? as date)
  and "audiences"."exclusions"."exclusion" = ?
)
group by "audiences"."audiences"."purpose"
having (sum("audiences"."exclusions"."customers") * ?) > sum("audiences"."audiences"."members")
order by "audiences"."audiences"."purpose";
