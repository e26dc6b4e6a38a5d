select
  "audiences"."members"."audience",
  count(*)
from "audiences"."members"
where (
  "audiences"."members"."valid_from" <= cast(? as date)
  and (
    "audiences"."members"."valid_to" is null
    or "audiences"."members"."valid_to" > cast(? as date)
  )
  and "audiences"."members"."exclusion" is null
  and "audiences"."members"."valid_from" > cast(? as date)
  and not exists (
    select 1 as "one"
    from "audiences"."members" as "then_members"
    where (
      "then_members"."customer_key" = "audiences"."members"."customer_key"
      and "then_members"."audience" = "audiences"."members"."audience"
      and "then_members"."exclusion" is null
      and "then_members"."valid_from" <= cast(? as date)
      and (
        "then_members"."valid_to" is null
        or "then_members"."valid_to" > cast(? as date)
      )
    )
  )
)
group by "audiences"."members"."audience";

select
  "then_members"."audience",
  count(*)
from "audiences"."members" as "then_members"
where (
  "then_members"."valid_from" <= cast(? as date)
  and (
    "then_members"."valid_to" is null
    or "then_members"."valid_to" > cast(? as date)
  )
  and "then_members"."exclusion" is null
  and "then_members"."valid_to" <= cast(? as date)
  and not exists (
    select 1 as "one"
    from "audiences"."members"
    where (
      "audiences"."members"."customer_key" = "then_members"."customer_key"
      and "audiences"."members"."audience" = "then_members"."audience"
      and "audiences"."members"."exclusion" is null
      and "audiences"."members"."valid_from" <= cast(? as date)
      and (
        "audiences"."members"."valid_to" is null
        or "audiences"."members"."valid_to" > cast(? as date)
      )
    )
  )
)
group by "then_members"."audience";
