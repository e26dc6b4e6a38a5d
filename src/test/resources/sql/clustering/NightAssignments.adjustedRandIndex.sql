select
  "tonight"."place",
  "clustering"."members"."cluster",
  count(*)
from "tonight"
  join "clustering"."members"
    on (
      "clustering"."members"."customer_key" = "tonight"."customer_key"
      and "clustering"."members"."valid_from" <= cast(? as date)
      and (
        "clustering"."members"."valid_to" is null
        or "clustering"."members"."valid_to" > cast(? as date)
      )
    )
group by "tonight"."place", "clustering"."members"."cluster";
