select
  "audiences"."members"."audience",
  coalesce("audiences"."members"."exclusion", 'published'),
  count(*)
from "audiences"."members"
where (
  "audiences"."members"."valid_from" <= cast(? as date)
  and (
    "audiences"."members"."valid_to" is null
    or "audiences"."members"."valid_to" > cast(? as date)
  )
)
group by "audiences"."members"."audience", "audiences"."members"."exclusion";
