create temporary table "fresh"
on commit drop
as
(
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
  fetch next ? rows only
)
union all (
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
      where true
    ) as "l"
  ) as "judged"
  group by
    "judged"."order_number",
    "judged"."customer_key",
    "judged"."file_id",
    "judged"."booked_on",
    "judged"."is_return",
    "judged"."verdict"
);

create temporary table "fresh"
on commit drop
as
(
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
  fetch next ? rows only
)
union all (
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
      where "l"."file_id" in (?)
    ) as "l"
  ) as "judged"
  group by
    "judged"."order_number",
    "judged"."customer_key",
    "judged"."file_id",
    "judged"."booked_on",
    "judged"."is_return",
    "judged"."verdict"
);
