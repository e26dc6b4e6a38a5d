delete from "orders"."file_outcomes"
where "orders"."file_outcomes"."file_id" in (?);

insert into "orders"."file_outcomes" ("file_id", "outcome", "lines")
select
  "orders"."order_parts"."file_id",
  "orders"."order_parts"."outcome",
  cast(
    sum("orders"."order_parts"."lines_count")
    as bigint
  ) as "lines"
from "orders"."order_parts"
where "orders"."order_parts"."file_id" in (?)
group by "orders"."order_parts"."file_id", "orders"."order_parts"."outcome";
