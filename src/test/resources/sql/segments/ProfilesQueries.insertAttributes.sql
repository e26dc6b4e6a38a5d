insert into "segments"."profile_attributes" (
  "night",
  "segment",
  "attribute",
  "value",
  "customers",
  "customers_share",
  "share_index"
)
select
  date '2025-01-30',
  "counted"."segment",
  "counted"."attribute",
  "counted"."value",
  cast("counted"."of_value" as bigint),
  ("counted"."of_value" / "sizes"."of_group"),
  (((("counted"."of_value" / "sizes"."of_group") * "sizes"."of_all") * ?) / "counted"."everywhere")
from (
  select
    "attribute_values"."segment",
    "attribute_values"."attribute",
    "attribute_values"."value",
    sum("attribute_values"."of_value") as "of_value",
    sum(sum("attribute_values"."of_value")) over (partition by "attribute_values"."attribute", "attribute_values"."value") as "everywhere",
    row_number() over (
      partition by "attribute_values"."segment", "attribute_values"."attribute"
      order by
        sum("attribute_values"."of_value") desc,
        (("attribute_values"."value") collate "C")
    ) as "place"
  from (
    select "alike"."segment", "each"."attribute", "each"."value", "alike"."of_value"
    from (
      select
        "members"."segment",
        "orders"."customers"."country",
        "orders"."customers"."attributes",
        cast(
          count(*)
          as numeric
        ) as "of_value"
      from (
        select
          "customer_key",
          "segment",
          "recency_days",
          "orders_count",
          "net_value",
          "frequency",
          "monetary"
        from "members"
      ) as "members"
        join "orders"."customers"
          on "orders"."customers"."customer_key" = "members"."customer_key"
      group by "members"."segment", "orders"."customers"."country", "orders"."customers"."attributes"
    ) as "alike"
      cross join lateral (select 'country', "alike"."country" union all select * from jsonb_each_text("alike"."attributes" - 'country')) as "each" ("attribute", "value")
    where "each"."value" is not null
  ) as "attribute_values"
  group by "attribute_values"."segment", "attribute_values"."attribute", "attribute_values"."value"
) as "counted"
  join (
    select
      "members"."segment",
      cast(
        count(*)
        as numeric
      ) as "of_group",
      cast(
        sum(count(*)) over ()
        as numeric
      ) as "of_all"
    from (
      select
        "customer_key",
        "segment",
        "recency_days",
        "orders_count",
        "net_value",
        "frequency",
        "monetary"
      from "members"
    ) as "members"
    group by "members"."segment"
  ) as "sizes"
    using ("segment")
where "counted"."place" <= ?;

insert into "segments"."profile_attributes" (
  "night",
  "segment",
  "attribute",
  "value",
  "customers",
  "customers_share",
  "share_index"
)
select
  date '2025-01-31',
  "counted"."segment",
  "counted"."attribute",
  "counted"."value",
  cast("counted"."of_value" as bigint),
  ("counted"."of_value" / "sizes"."of_group"),
  (((("counted"."of_value" / "sizes"."of_group") * "sizes"."of_all") * ?) / "counted"."everywhere")
from (
  select
    "attribute_values"."segment",
    "attribute_values"."attribute",
    "attribute_values"."value",
    sum("attribute_values"."of_value") as "of_value",
    sum(sum("attribute_values"."of_value")) over (partition by "attribute_values"."attribute", "attribute_values"."value") as "everywhere",
    row_number() over (
      partition by "attribute_values"."segment", "attribute_values"."attribute"
      order by
        sum("attribute_values"."of_value") desc,
        (("attribute_values"."value") collate "C")
    ) as "place"
  from (
    select "alike"."segment", "each"."attribute", "each"."value", "alike"."of_value"
    from (
      select
        "members"."segment",
        "orders"."customers"."country",
        "orders"."customers"."attributes",
        cast(
          count(*)
          as numeric
        ) as "of_value"
      from (
        select
          "customer_key",
          "segment",
          "recency_days",
          "orders_count",
          "net_value",
          "frequency",
          "monetary"
        from "members"
      ) as "members"
        join "orders"."customers"
          on "orders"."customers"."customer_key" = "members"."customer_key"
      group by "members"."segment", "orders"."customers"."country", "orders"."customers"."attributes"
    ) as "alike"
      cross join lateral (select 'country', "alike"."country" union all select * from jsonb_each_text("alike"."attributes" - 'country')) as "each" ("attribute", "value")
    where "each"."value" is not null
  ) as "attribute_values"
  group by "attribute_values"."segment", "attribute_values"."attribute", "attribute_values"."value"
) as "counted"
  join (
    select
      "members"."segment",
      cast(
        count(*)
        as numeric
      ) as "of_group",
      cast(
        sum(count(*)) over ()
        as numeric
      ) as "of_all"
    from (
      select
        "customer_key",
        "segment",
        "recency_days",
        "orders_count",
        "net_value",
        "frequency",
        "monetary"
      from "members"
    ) as "members"
    group by "members"."segment"
  ) as "sizes"
    using ("segment")
where "counted"."place" <= ?;
