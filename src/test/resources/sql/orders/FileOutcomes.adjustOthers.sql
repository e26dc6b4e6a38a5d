insert into "orders"."file_outcomes" ("file_id", "outcome", "lines")
select
  "fresh"."file_id",
  "fresh"."outcome",
  cast(
    sum("fresh"."lines_count")
    as bigint
  )
from (
  select
    "orders"."order_parts"."file_id",
    "orders"."order_parts"."outcome",
    -"orders"."order_parts"."lines_count"
  from "orders"."order_parts"
    join "touched_orders"
      on (
        "touched_orders"."source" = "orders"."order_parts"."source"
        and "touched_orders"."order_number" = "orders"."order_parts"."order_number"
      )
  where "orders"."order_parts"."file_id" not in (?)
  union all
  select "fresh"."file_id", "fresh"."outcome", "fresh"."lines_count"
  from "fresh"
  where "fresh"."file_id" not in (?)
) as "fresh" ("file_id", "outcome", "lines_count")
group by "fresh"."file_id", "fresh"."outcome"
having sum("fresh"."lines_count") <> ?
on conflict ("file_id", "outcome")
do update
set
  "lines" = ("orders"."file_outcomes"."lines" + excluded."lines");

delete from "orders"."file_outcomes"
where "orders"."file_outcomes"."lines" = ?;
