select
  "tonight"."place",
  count(*),
  coalesce(
    sum("rfm"."metrics"."net_value"),
    0
  )
from "tonight"
  join "rfm"."metrics"
    on (
      "rfm"."metrics"."customer_key" = "tonight"."customer_key"
      and "rfm"."metrics"."valid_from" <= cast(? as date)
      and (
        "rfm"."metrics"."valid_to" is null
        or "rfm"."metrics"."valid_to" > cast(? as date)
      )
    )
group by "tonight"."place";
