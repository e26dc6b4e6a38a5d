select
  "deliver"."changes"."night",
  "deliver"."changes"."destination",
  "deliver"."changes"."audience",
  "deliver"."changes"."since",
  "deliver"."changes"."customers_before",
  "deliver"."changes"."customers",
  "deliver"."changes"."added",
  "deliver"."changes"."changed",
  "deliver"."changes"."removed",
  "deliver"."changes"."replaced",
  "deliver"."changes"."refused",
  "deliver"."changes"."is_declared",
  "deliver"."changes"."stopped_for"
from "deliver"."changes"
where (
  "deliver"."changes"."night" = cast(? as date)
  and "deliver"."changes"."stopped_for" is not null
  and not exists (
    select 1 as "one"
    from "deliver"."changes" as "later"
    where (
      "later"."destination" = "deliver"."changes"."destination"
      and "later"."audience" = "deliver"."changes"."audience"
      and "later"."night" > "deliver"."changes"."night"
    )
  )
)
order by "deliver"."changes"."audience", "deliver"."changes"."destination";
