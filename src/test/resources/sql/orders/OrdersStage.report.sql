select
  "orders"."line_outcomes"."outcome",
  sum("orders"."line_outcomes"."lines")
from "orders"."line_outcomes"
where "orders"."line_outcomes"."night" = cast(? as date)
group by "orders"."line_outcomes"."outcome";

select count(*)
from "orders"."customers";
