create temporary table "newest"
on commit drop
as
select distinct on ("fresh"."source", "fresh"."order_number") "fresh"."source", "fresh"."order_number", "fresh"."file_id"
from "fresh"
  join (
    select "fresh"."source", "fresh"."order_number"
    from "fresh"
    where false
    group by "fresh"."source", "fresh"."order_number"
    having min("fresh"."file_id") <> max("fresh"."file_id")
  ) as "shared"
    on (
      "shared"."source" = "fresh"."source"
      and "shared"."order_number" = "fresh"."order_number"
    )
  join "ingest"."files"
    on "ingest"."files"."file_id" = "fresh"."file_id"
order by
  "fresh"."source",
  "fresh"."order_number",
  "ingest"."files"."latest_day" desc nulls last,
  "fresh"."file_id" desc;

analyze newest;
