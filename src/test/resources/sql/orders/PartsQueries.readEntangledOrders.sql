create temporary table "entangled"
on commit drop
as
select distinct "orders"."order_parts"."source", "orders"."order_parts"."order_number"
from "orders"."order_parts"
  join "touched_orders"
    on (
      "touched_orders"."source" = "orders"."order_parts"."source"
      and "touched_orders"."order_number" = "orders"."order_parts"."order_number"
    )
where (
  "orders"."order_parts"."file_id" not in (?)
  and "orders"."order_parts"."source" in (?)
);

analyze entangled;

delete from "fresh"
using "entangled"
where (
  "entangled"."source" = "fresh"."source"
  and "entangled"."order_number" = "fresh"."order_number"
);

insert into "fresh"
select
  'shop-orders' as "source",
  "judged"."order_number",
  "judged"."customer_key",
  "judged"."file_id",
  "judged"."booked_on",
  case
    when "judged"."booked_on" > cast(? as date) then ?
    when "judged"."customer_key" is null then ?
    else "judged"."verdict"
  end as "outcome",
  "judged"."is_return",
  min("judged"."line_number") as "first_line",
  max("judged"."line_number") as "last_line",
  cast(
    count(*)
    as bigint
  ) as "lines_count",
  sum("judged"."value") as "value",
  null as "country",
  cast(null as jsonb) as "attributes",
  null as "own_outcome",
  sum("judged"."units") as "units",
  false as "is_free"
from (
  select
    "l"."order_number" as "order_number",
    "l"."customer_key",
    "l"."file_id",
    "l"."line_number",
    cast("l"."ordered_at" as date) as "booked_on",
    case
      when false then 'kept'
      when not (coalesce(
        ("l"."status" in (
          ?, ?
        )),
        false
      )) then ?
      when "copy" > ? then ?
      else 'kept'
    end as "verdict",
    coalesce(
      (
        coalesce(
          ("l"."status" in (?)),
          false
        )
        or "l"."quantity" < ?
      ),
      false
    ) as "is_return",
    case
      when coalesce(
        (
          coalesce(
            ("l"."status" in (?)),
            false
          )
          or "l"."quantity" < ?
        ),
        false
      ) then -abs(("l"."quantity" * "l"."unit_price"))
      else ("l"."quantity" * "l"."unit_price")
    end as "value",
    "l"."quantity" as "units",
    "l"."country",
    "l"."attributes"
  from (
    select
      "l"."file_id",
      "l"."line_number",
      "l"."order_number",
      "l"."customer_key",
      "l"."ordered_at",
      "l"."product_code",
      "l"."quantity",
      "l"."unit_price",
      "l"."status",
      "l"."country",
      "l"."attributes",
      "l"."refunded",
      "l"."line_id",
      row_number() over (
        partition by
          "l"."order_number",
          "l"."product_code",
          (cast("l"."ordered_at" as date) > cast(? as date)),
          "l"."customer_key",
          "l"."ordered_at",
          "l"."product_code",
          "l"."refunded",
          "l"."quantity",
          "l"."unit_price",
          "l"."status",
          "l"."country",
          "l"."attributes"
        order by "l"."file_id" asc, "l"."line_number" asc
      ) as "copy"
    from "ingest"."order_lines" as "l"
      join "located"
        on (
          "l"."file_id" = "located"."file_id"
          and "l"."line_number" between "located"."first_line" and "located"."last_line"
          and "l"."order_number" = "located"."order_number"
        )
    where "located"."source" = ?
  ) as "l"
) as "judged"
group by
  "judged"."order_number",
  "judged"."customer_key",
  "judged"."file_id",
  "judged"."booked_on",
  "judged"."is_return",
  "judged"."verdict";
