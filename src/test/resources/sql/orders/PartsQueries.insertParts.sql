insert into "orders"."order_parts" (
  "source",
  "order_number",
  "customer_key",
  "file_id",
  "booked_on",
  "outcome",
  "is_return",
  "first_line",
  "last_line",
  "lines_count",
  "value",
  "country",
  "attributes",
  "own_outcome",
  "units",
  "is_free",
  "ordered_on",
  "is_order_kept",
  "is_order"
)
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
  "fresh"."is_free",
  "fresh"."booked_on" as "ordered_on",
  (
    "fresh"."outcome" = ?
    and not ("fresh"."is_return")
    and (
      "fresh"."value" > ?
      or "fresh"."is_free"
    )
  ) as "is_order_kept",
  (
    "fresh"."outcome" = ?
    and not ("fresh"."is_return")
    and (
      "fresh"."value" > ?
      or "fresh"."is_free"
    )
  ) as "is_order"
from "fresh"
where not exists (
  select 1 as "one"
  from "parted"
  where (
    "parted"."source" = "fresh"."source"
    and "parted"."order_number" = "fresh"."order_number"
    and "parted"."customer_key" = "fresh"."customer_key"
  )
)
union all
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
  "fresh"."is_free",
  case
    when "fresh"."outcome" = ? then coalesce(
      min("fresh"."booked_on") filter (where (
        "fresh"."outcome" = ?
        and not ("fresh"."is_return")
      )) over (partition by "fresh"."source", "fresh"."order_number", "fresh"."customer_key"),
      min("fresh"."booked_on") filter (where "fresh"."outcome" = ?) over (partition by "fresh"."source", "fresh"."order_number", "fresh"."customer_key")
    )
    else "fresh"."booked_on"
  end as "ordered_on",
  (
    "fresh"."outcome" = ?
    and count(*) filter (where (
      "fresh"."outcome" = ?
      and not ("fresh"."is_return")
    )) over (partition by "fresh"."source", "fresh"."order_number", "fresh"."customer_key") > ?
    and (
      sum("fresh"."value") filter (where "fresh"."outcome" = ?) over (partition by "fresh"."source", "fresh"."order_number", "fresh"."customer_key") > ?
      or (
        bool_and("fresh"."is_free") filter (where (
          "fresh"."outcome" = ?
          and not ("fresh"."is_return")
        )) over (partition by "fresh"."source", "fresh"."order_number", "fresh"."customer_key")
        and sum("fresh"."value") filter (where "fresh"."outcome" = ?) over (partition by "fresh"."source", "fresh"."order_number", "fresh"."customer_key") = ?
      )
    )
  ) as "is_order_kept",
  (
    "fresh"."outcome" = ?
    and count(*) filter (where (
      "fresh"."outcome" = ?
      and not ("fresh"."is_return")
    )) over (partition by "fresh"."source", "fresh"."order_number", "fresh"."customer_key") > ?
    and (
      sum("fresh"."value") filter (where "fresh"."outcome" = ?) over (partition by "fresh"."source", "fresh"."order_number", "fresh"."customer_key") > ?
      or (
        bool_and("fresh"."is_free") filter (where (
          "fresh"."outcome" = ?
          and not ("fresh"."is_return")
        )) over (partition by "fresh"."source", "fresh"."order_number", "fresh"."customer_key")
        and sum("fresh"."value") filter (where "fresh"."outcome" = ?) over (partition by "fresh"."source", "fresh"."order_number", "fresh"."customer_key") = ?
      )
    )
    and row_number() over (
      partition by "fresh"."source", "fresh"."order_number", "fresh"."customer_key"
      order by
        (not ("fresh"."outcome" = ?)),
        "fresh"."is_return",
        "fresh"."file_id",
        "fresh"."booked_on"
    ) = ?
  ) as "is_order"
from "fresh"
  join "parted"
    on (
      "parted"."source" = "fresh"."source"
      and "parted"."order_number" = "fresh"."order_number"
      and "parted"."customer_key" = "fresh"."customer_key"
    );
