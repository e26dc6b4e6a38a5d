create temporary table "people"
on commit drop
as
select
  date '2025-01-30' as "night",
  "segments"."memberships"."customer_key",
  "segments"."memberships"."segment",
  "segments"."memberships"."previous_segment",
  "segments"."memberships"."changed_on",
  "segments"."memberships"."cause",
  "segments"."memberships"."r_score",
  "segments"."memberships"."f_score",
  "segments"."memberships"."m_score",
  "rfm"."metrics"."first_ordered_on",
  "rfm"."metrics"."last_ordered_on",
  "rfm"."metrics"."orders_count",
  "rfm"."metrics"."net_value",
  "orders"."customers"."country",
  "orders"."customers"."attributes",
  "orders"."customers"."consents",
  "orders"."customers"."has_consent",
  "orders"."customers"."is_erased",
  "orders"."customers"."is_opted_out",
  (
    "orders"."customers"."email" is not null
    or "orders"."customers"."phone" is not null
    or "orders"."customers"."first_name" is not null
    or "orders"."customers"."last_name" is not null
  ) as "has_contact",
  (
    "orders"."customers"."email" is not null
    and ("orders"."customers"."email" ~ ?)
  ) as "has_email",
  (
    "orders"."customers"."phone" is not null
    and ("orders"."customers"."phone" ~ ?)
    and not (("orders"."customers"."phone" ~ ?))
  ) as "has_phone",
  "clusters"."cluster",
  "clusters"."cluster_name",
  "clusters"."tier",
  "forecasts"."probability_alive",
  "forecasts"."expected_orders_90",
  "forecasts"."expected_orders_365",
  "forecasts"."expected_value_90",
  "forecasts"."expected_value_365",
  "refusals"."refused_channels",
  "refusals"."refused_purposes",
  "scopes"."holdout_scopes"
from "segments"."memberships"
  join "orders"."customers"
    on "orders"."customers"."customer_key" = "segments"."memberships"."customer_key"
  left outer join "rfm"."metrics"
    on (
      "rfm"."metrics"."customer_key" = "segments"."memberships"."customer_key"
      and "rfm"."metrics"."valid_from" <= cast(? as date)
      and (
        "rfm"."metrics"."valid_to" is null
        or "rfm"."metrics"."valid_to" > cast(? as date)
      )
    )
  left outer join (
    select
      "clustering"."members"."customer_key",
      cast("clustering"."members"."cluster" as text) as "cluster",
      "clustering"."centroids"."name" as "cluster_name",
      "clustering"."centroids"."tier" as "tier"
    from "clustering"."members"
      join "clustering"."centroids"
        on (
          "clustering"."centroids"."cluster" = "clustering"."members"."cluster"
          and "clustering"."centroids"."night" = cast(? as date)
          and "clustering"."centroids"."is_proposed" = false
        )
    where (
      "clustering"."members"."valid_from" <= cast(? as date)
      and (
        "clustering"."members"."valid_to" is null
        or "clustering"."members"."valid_to" > cast(? as date)
      )
    )
  ) as "clusters"
    on "clusters"."customer_key" = "segments"."memberships"."customer_key"
  left outer join "forecast"."customers" as "forecasts"
    on (
      "forecasts"."customer_key" = "segments"."memberships"."customer_key"
      and "forecasts"."night" = cast(? as date)
    )
  left outer join (
    select
      "orders"."refusals"."customer_key",
      array_agg("orders"."refusals"."name") filter (where "orders"."refusals"."kind" = ?) as "refused_channels",
      array_agg("orders"."refusals"."name") filter (where "orders"."refusals"."kind" = ?) as "refused_purposes"
    from "orders"."refusals"
    group by "orders"."refusals"."customer_key"
  ) as "refusals"
    on "refusals"."customer_key" = "segments"."memberships"."customer_key"
  left outer join (
    select
      "held_out"."customer_key",
      array_agg("held_out"."scope") as "holdout_scopes"
    from (
      select "audiences"."holdouts"."customer_key", "audiences"."holdouts"."scope"
      from "audiences"."holdouts"
      union
      select "others"."customer_key", "drawn"."scope"
      from "audiences"."holdouts" as "drawn"
        join "orders"."identities"
          on "orders"."identities"."customer_key" = "drawn"."customer_key"
        join "orders"."identities" as "others"
          on (
            "orders"."identities"."is_shared"
            and "others"."is_shared"
            and "others"."customer_key" <> "orders"."identities"."customer_key"
            and "others"."identity" = "orders"."identities"."identity"
            and not (
              "others"."is_national"
              and "orders"."identities"."is_national"
            )
          )
      where "orders"."identities"."identity" not in (
        select "orders"."identities"."identity"
        from "orders"."identities"
        where "orders"."identities"."is_shared"
        group by "orders"."identities"."identity"
        having count(*) > ?
      )
    ) as "held_out"
    group by "held_out"."customer_key"
  ) as "scopes"
    on "scopes"."customer_key" = "segments"."memberships"."customer_key"
where (
  "segments"."memberships"."valid_from" <= cast(? as date)
  and (
    "segments"."memberships"."valid_to" is null
    or "segments"."memberships"."valid_to" > cast(? as date)
  )
);

analyze "people";

create temporary table "people"
on commit drop
as
select
  date '2025-01-31' as "night",
  "segments"."memberships"."customer_key",
  "segments"."memberships"."segment",
  "segments"."memberships"."previous_segment",
  "segments"."memberships"."changed_on",
  "segments"."memberships"."cause",
  "segments"."memberships"."r_score",
  "segments"."memberships"."f_score",
  "segments"."memberships"."m_score",
  "rfm"."metrics"."first_ordered_on",
  "rfm"."metrics"."last_ordered_on",
  "rfm"."metrics"."orders_count",
  "rfm"."metrics"."net_value",
  "orders"."customers"."country",
  "orders"."customers"."attributes",
  "orders"."customers"."consents",
  "orders"."customers"."has_consent",
  "orders"."customers"."is_erased",
  "orders"."customers"."is_opted_out",
  (
    "orders"."customers"."email" is not null
    or "orders"."customers"."phone" is not null
    or "orders"."customers"."first_name" is not null
    or "orders"."customers"."last_name" is not null
  ) as "has_contact",
  (
    "orders"."customers"."email" is not null
    and ("orders"."customers"."email" ~ ?)
  ) as "has_email",
  (
    "orders"."customers"."phone" is not null
    and ("orders"."customers"."phone" ~ ?)
    and not (("orders"."customers"."phone" ~ ?))
  ) as "has_phone",
  "clusters"."cluster",
  "clusters"."cluster_name",
  "clusters"."tier",
  "forecasts"."probability_alive",
  "forecasts"."expected_orders_90",
  "forecasts"."expected_orders_365",
  "forecasts"."expected_value_90",
  "forecasts"."expected_value_365",
  "refusals"."refused_channels",
  "refusals"."refused_purposes",
  "scopes"."holdout_scopes"
from "segments"."memberships"
  join "orders"."customers"
    on "orders"."customers"."customer_key" = "segments"."memberships"."customer_key"
  left outer join "rfm"."metrics"
    on (
      "rfm"."metrics"."customer_key" = "segments"."memberships"."customer_key"
      and "rfm"."metrics"."valid_from" <= cast(? as date)
      and (
        "rfm"."metrics"."valid_to" is null
        or "rfm"."metrics"."valid_to" > cast(? as date)
      )
    )
  left outer join (
    select
      "clustering"."members"."customer_key",
      cast("clustering"."members"."cluster" as text) as "cluster",
      "clustering"."centroids"."name" as "cluster_name",
      "clustering"."centroids"."tier" as "tier"
    from "clustering"."members"
      join "clustering"."centroids"
        on (
          "clustering"."centroids"."cluster" = "clustering"."members"."cluster"
          and "clustering"."centroids"."night" = cast(? as date)
          and "clustering"."centroids"."is_proposed" = false
        )
    where (
      "clustering"."members"."valid_from" <= cast(? as date)
      and (
        "clustering"."members"."valid_to" is null
        or "clustering"."members"."valid_to" > cast(? as date)
      )
    )
  ) as "clusters"
    on "clusters"."customer_key" = "segments"."memberships"."customer_key"
  left outer join "forecast"."customers" as "forecasts"
    on (
      "forecasts"."customer_key" = "segments"."memberships"."customer_key"
      and "forecasts"."night" = cast(? as date)
    )
  left outer join (
    select
      "orders"."refusals"."customer_key",
      array_agg("orders"."refusals"."name") filter (where "orders"."refusals"."kind" = ?) as "refused_channels",
      array_agg("orders"."refusals"."name") filter (where "orders"."refusals"."kind" = ?) as "refused_purposes"
    from "orders"."refusals"
    group by "orders"."refusals"."customer_key"
  ) as "refusals"
    on "refusals"."customer_key" = "segments"."memberships"."customer_key"
  left outer join (
    select
      "held_out"."customer_key",
      array_agg("held_out"."scope") as "holdout_scopes"
    from (
      select "audiences"."holdouts"."customer_key", "audiences"."holdouts"."scope"
      from "audiences"."holdouts"
      union
      select "others"."customer_key", "drawn"."scope"
      from "audiences"."holdouts" as "drawn"
        join "orders"."identities"
          on "orders"."identities"."customer_key" = "drawn"."customer_key"
        join "orders"."identities" as "others"
          on (
            "orders"."identities"."is_shared"
            and "others"."is_shared"
            and "others"."customer_key" <> "orders"."identities"."customer_key"
            and "others"."identity" = "orders"."identities"."identity"
            and not (
              "others"."is_national"
              and "orders"."identities"."is_national"
            )
          )
      where "orders"."identities"."identity" not in (
        select "orders"."identities"."identity"
        from "orders"."identities"
        where "orders"."identities"."is_shared"
        group by "orders"."identities"."identity"
        having count(*) > ?
      )
    ) as "held_out"
    group by "held_out"."customer_key"
  ) as "scopes"
    on "scopes"."customer_key" = "segments"."memberships"."customer_key"
where (
  "segments"."memberships"."valid_from" <= cast(? as date)
  and (
    "segments"."memberships"."valid_to" is null
    or "segments"."memberships"."valid_to" > cast(? as date)
  )
);
