select
  count(*),
  count(*) filter (where "clusters"."cluster" <> "clustering"."members"."cluster")
from "tonight"
  join unnest(cast(
    ?
    as int[]
  ), cast(
    ?
    as int[]
  )) as "clusters" ("place", "cluster")
    on "clusters"."place" = "tonight"."place"
  join "clustering"."members"
    on (
      "clustering"."members"."customer_key" = "tonight"."customer_key"
      and "clustering"."members"."valid_from" <= cast(? as date)
      and (
        "clustering"."members"."valid_to" is null
        or "clustering"."members"."valid_to" > cast(? as date)
      )
    );
