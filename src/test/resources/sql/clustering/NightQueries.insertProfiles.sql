insert into "clustering"."profiles" (
  "night",
  "cluster",
  "customers",
  "customers_share",
  "revenue",
  "revenue_share",
  "nearest_cluster",
  "nearest_distance",
  "typical_customers"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  cast(? as double precision), 
  cast(
    ?
    as text[]
  )
);

insert into "clustering"."profile_features" (
  "night",
  "cluster",
  "feature",
  "mean",
  "median"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  cast(? as double precision), 
  cast(? as double precision)
);

insert into "clustering"."profile_attributes" (
  "night",
  "cluster",
  "attribute",
  "value",
  "customers",
  "customers_share",
  "share_index"
)
select
  date '2025-01-30',
  "counted"."cluster",
  "counted"."attribute",
  "counted"."value",
  cast("counted"."of_value" as bigint),
  ("counted"."of_value" / "sizes"."of_group"),
  (((("counted"."of_value" / "sizes"."of_group") * "sizes"."of_all") * ?) / "counted"."everywhere")
from (
  select
    "attribute_values"."cluster",
    "attribute_values"."attribute",
    "attribute_values"."value",
    sum("attribute_values"."of_value") as "of_value",
    sum(sum("attribute_values"."of_value")) over (partition by "attribute_values"."attribute", "attribute_values"."value") as "everywhere",
    row_number() over (
      partition by "attribute_values"."cluster", "attribute_values"."attribute"
      order by
        sum("attribute_values"."of_value") desc,
        (("attribute_values"."value") collate "C")
    ) as "place"
  from (
    select "alike"."cluster", "each"."attribute", "each"."value", "alike"."of_value"
    from (
      select
        "clustering"."members"."cluster",
        "orders"."customers"."country",
        "orders"."customers"."attributes",
        cast(
          count(*)
          as numeric
        ) as "of_value"
      from "clustering"."members"
        join "orders"."customers"
          on "orders"."customers"."customer_key" = "clustering"."members"."customer_key"
      where "clustering"."members"."valid_to" is null
      group by "clustering"."members"."cluster", "orders"."customers"."country", "orders"."customers"."attributes"
    ) as "alike"
      cross join lateral (select 'country', "alike"."country" union all select * from jsonb_each_text("alike"."attributes" - 'country')) as "each" ("attribute", "value")
    where "each"."value" is not null
  ) as "attribute_values"
  group by "attribute_values"."cluster", "attribute_values"."attribute", "attribute_values"."value"
) as "counted"
  join (
    select
      "clustering"."members"."cluster",
      cast(
        count(*)
        as numeric
      ) as "of_group",
      cast(
        sum(count(*)) over ()
        as numeric
      ) as "of_all"
    from "clustering"."members"
    where "clustering"."members"."valid_to" is null
    group by "clustering"."members"."cluster"
  ) as "sizes"
    using ("cluster")
where "counted"."place" <= ?;

insert into "clustering"."profile_attributes" (
  "night",
  "cluster",
  "attribute",
  "value",
  "customers",
  "customers_share",
  "share_index"
)
select
  date '2025-01-31',
  "counted"."cluster",
  "counted"."attribute",
  "counted"."value",
  cast("counted"."of_value" as bigint),
  ("counted"."of_value" / "sizes"."of_group"),
  (((("counted"."of_value" / "sizes"."of_group") * "sizes"."of_all") * ?) / "counted"."everywhere")
from (
  select
    "attribute_values"."cluster",
    "attribute_values"."attribute",
    "attribute_values"."value",
    sum("attribute_values"."of_value") as "of_value",
    sum(sum("attribute_values"."of_value")) over (partition by "attribute_values"."attribute", "attribute_values"."value") as "everywhere",
    row_number() over (
      partition by "attribute_values"."cluster", "attribute_values"."attribute"
      order by
        sum("attribute_values"."of_value") desc,
        (("attribute_values"."value") collate "C")
    ) as "place"
  from (
    select "alike"."cluster", "each"."attribute", "each"."value", "alike"."of_value"
    from (
      select
        "clustering"."members"."cluster",
        "orders"."customers"."country",
        "orders"."customers"."attributes",
        cast(
          count(*)
          as numeric
        ) as "of_value"
      from "clustering"."members"
        join "orders"."customers"
          on "orders"."customers"."customer_key" = "clustering"."members"."customer_key"
      where "clustering"."members"."valid_to" is null
      group by "clustering"."members"."cluster", "orders"."customers"."country", "orders"."customers"."attributes"
    ) as "alike"
      cross join lateral (select 'country', "alike"."country" union all select * from jsonb_each_text("alike"."attributes" - 'country')) as "each" ("attribute", "value")
    where "each"."value" is not null
  ) as "attribute_values"
  group by "attribute_values"."cluster", "attribute_values"."attribute", "attribute_values"."value"
) as "counted"
  join (
    select
      "clustering"."members"."cluster",
      cast(
        count(*)
        as numeric
      ) as "of_group",
      cast(
        sum(count(*)) over ()
        as numeric
      ) as "of_all"
    from "clustering"."members"
    where "clustering"."members"."valid_to" is null
    group by "clustering"."members"."cluster"
  ) as "sizes"
    using ("cluster")
where "counted"."place" <= ?;
