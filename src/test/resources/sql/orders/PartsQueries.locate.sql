create temporary table "located"
on commit drop
as
select
  "fresh"."source",
  "fresh"."order_number",
  "fresh"."file_id",
  min("fresh"."first_line") as "first_line",
  max("fresh"."last_line") as "last_line"
from (
  select
    "fresh"."source",
    "fresh"."order_number",
    "fresh"."customer_key",
    "fresh"."file_id",
    "fresh"."booked_on",
    "fresh"."outcome",
    "fresh"."is_return",
    "fresh"."first_line",
    "fresh"."last_line",
    "fresh"."lines_count",
    "fresh"."value",
    "fresh"."country",
    "fresh"."attributes",
    "fresh"."own_outcome",
    "fresh"."units",
    "fresh"."is_free"
  from "fresh"
  union all
  select
    "orders"."order_parts"."source",
    "orders"."order_parts"."order_number",
    "orders"."order_parts"."customer_key",
    "orders"."order_parts"."file_id",
    "orders"."order_parts"."booked_on",
    "orders"."order_parts"."outcome",
    "orders"."order_parts"."is_return",
    "orders"."order_parts"."first_line",
    "orders"."order_parts"."last_line",
    "orders"."order_parts"."lines_count",
    "orders"."order_parts"."value",
    "orders"."order_parts"."country",
    "orders"."order_parts"."attributes",
    "orders"."order_parts"."own_outcome",
    "orders"."order_parts"."units",
    "orders"."order_parts"."is_free"
  from "orders"."order_parts"
    join "entangled"
      on (
        "entangled"."source" = "orders"."order_parts"."source"
        and "entangled"."order_number" = "orders"."order_parts"."order_number"
      )
  where (
    "orders"."order_parts"."file_id" not in (?)
    and "orders"."order_parts"."source" in (?)
  )
) as "fresh"
  join "entangled"
    on (
      "entangled"."source" = "fresh"."source"
      and "entangled"."order_number" = "fresh"."order_number"
    )
where exists (
  select 1 as "one"
  from "entangled"
)
group by "fresh"."source", "fresh"."order_number", "fresh"."file_id";

analyze located;
