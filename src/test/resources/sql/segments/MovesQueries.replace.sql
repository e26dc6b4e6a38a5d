delete from "segments"."moves"
where "segments"."moves"."night" = cast(? as date);

insert into "segments"."moves" (
  "night",
  "from_segment",
  "to_segment",
  "cause",
  "customers",
  "revenue",
  "direction"
)
select
  cast(? as date),
  "moves"."from_segment",
  "moves"."to_segment",
  "moves"."cause",
  "moves"."customers",
  "moves"."revenue",
  case
    when "moves"."from_segment" is null then ?
    when "moves"."to_segment" is null then ?
    when (
      "moves"."from_segment" <> "moves"."to_segment"
      and "entered"."position" < "left_behind"."position"
    ) then ?
    when (
      "moves"."from_segment" <> "moves"."to_segment"
      and "entered"."position" > "left_behind"."position"
    ) then ?
    else ?
  end
from (
  with
    "came" as materialized (
      select
        "segments"."memberships"."previous_segment" as "from_segment",
        "segments"."memberships"."segment" as "to_segment",
        "segments"."memberships"."cause" as "cause",
        cast(
          count(*)
          as bigint
        ) as "customers",
        coalesce(
          sum("members"."net_value"),
          0
        ) as "revenue"
      from "segments"."memberships"
        join (
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
          on "members"."customer_key" = "segments"."memberships"."customer_key"
      where (
        "segments"."memberships"."valid_to" is null
        and "segments"."memberships"."changed_on" = cast(? as date)
      )
      group by "segments"."memberships"."previous_segment", "segments"."memberships"."segment", "segments"."memberships"."cause"
    )
  select
    "ways"."from_segment",
    "ways"."to_segment",
    "ways"."cause",
    cast(
      sum("ways"."customers")
      as bigint
    ) as "customers",
    sum("ways"."revenue") as "revenue"
  from (
    select
      "members"."segment" as "from_segment",
      "members"."segment" as "to_segment",
      null as "cause",
      cast(
        count(*)
        as bigint
      ) as "customers",
      coalesce(
        sum("members"."net_value"),
        0
      ) as "revenue"
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
    union all
    select
      "came"."from_segment",
      "came"."to_segment",
      "came"."cause",
      "came"."customers",
      "came"."revenue"
    from "came"
    union all
    select
      "came"."to_segment",
      "came"."to_segment",
      null,
      -"came"."customers",
      -"came"."revenue"
    from "came"
    union all
    select
      "before"."segment" as "from_segment",
      null as "to_segment",
      'vanished' as "cause",
      cast(
        count(*)
        as bigint
      ) as "customers",
      coalesce(
        sum("rfm"."metrics"."net_value"),
        0
      ) as "revenue"
    from "segments"."memberships" as "before"
      left outer join "rfm"."metrics"
        on (
          "rfm"."metrics"."customer_key" = "before"."customer_key"
          and false
        )
    where (
      "before"."valid_to" = cast(? as date)
      and not exists (
        select 1 as "one"
        from "segments"."memberships"
        where (
          "segments"."memberships"."customer_key" = "before"."customer_key"
          and "segments"."memberships"."valid_to" is null
        )
      )
    )
    group by "before"."segment"
  ) as "ways"
  group by "ways"."from_segment", "ways"."to_segment", "ways"."cause"
  having sum("ways"."customers") > ?
) as "moves"
  left outer join "segments"."segments" as "left_behind"
    on (
      "left_behind"."night" = cast(? as date)
      and "left_behind"."segment" = "moves"."from_segment"
    )
  left outer join "segments"."segments" as "entered"
    on (
      "entered"."night" = cast(? as date)
      and "entered"."segment" = "moves"."to_segment"
    );

insert into "segments"."moves" (
  "night",
  "from_segment",
  "to_segment",
  "cause",
  "customers",
  "revenue",
  "direction"
)
select
  cast(? as date),
  "moves"."from_segment",
  "moves"."to_segment",
  "moves"."cause",
  "moves"."customers",
  "moves"."revenue",
  case
    when "moves"."from_segment" is null then ?
    when "moves"."to_segment" is null then ?
    when (
      "moves"."from_segment" <> "moves"."to_segment"
      and "entered"."position" < "left_behind"."position"
    ) then ?
    when (
      "moves"."from_segment" <> "moves"."to_segment"
      and "entered"."position" > "left_behind"."position"
    ) then ?
    else ?
  end
from (
  with
    "came" as materialized (
      select
        "segments"."memberships"."previous_segment" as "from_segment",
        "segments"."memberships"."segment" as "to_segment",
        "segments"."memberships"."cause" as "cause",
        cast(
          count(*)
          as bigint
        ) as "customers",
        coalesce(
          sum("members"."net_value"),
          0
        ) as "revenue"
      from "segments"."memberships"
        join (
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
          on "members"."customer_key" = "segments"."memberships"."customer_key"
      where (
        "segments"."memberships"."valid_to" is null
        and "segments"."memberships"."changed_on" = cast(? as date)
      )
      group by "segments"."memberships"."previous_segment", "segments"."memberships"."segment", "segments"."memberships"."cause"
    )
  select
    "ways"."from_segment",
    "ways"."to_segment",
    "ways"."cause",
    cast(
      sum("ways"."customers")
      as bigint
    ) as "customers",
    sum("ways"."revenue") as "revenue"
  from (
    select
      "members"."segment" as "from_segment",
      "members"."segment" as "to_segment",
      null as "cause",
      cast(
        count(*)
        as bigint
      ) as "customers",
      coalesce(
        sum("members"."net_value"),
        0
      ) as "revenue"
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
    union all
    select
      "came"."from_segment",
      "came"."to_segment",
      "came"."cause",
      "came"."customers",
      "came"."revenue"
    from "came"
    union all
    select
      "came"."to_segment",
      "came"."to_segment",
      null,
      -"came"."customers",
      -"came"."revenue"
    from "came"
    union all
    select
      "before"."segment" as "from_segment",
      null as "to_segment",
      'vanished' as "cause",
      cast(
        count(*)
        as bigint
      ) as "customers",
      coalesce(
        sum("rfm"."metrics"."net_value"),
        0
      ) as "revenue"
    from "segments"."memberships" as "before"
      left outer join "rfm"."metrics"
        on (
          "rfm"."metrics"."customer_key" = "before"."customer_key"
          and "rfm"."metrics"."valid_from" <= cast(? as date)
          and (
            "rfm"."metrics"."valid_to" is null
            or "rfm"."metrics"."valid_to" > cast(? as date)
          )
        )
    where (
      "before"."valid_to" = cast(? as date)
      and not exists (
        select 1 as "one"
        from "segments"."memberships"
        where (
          "segments"."memberships"."customer_key" = "before"."customer_key"
          and "segments"."memberships"."valid_to" is null
        )
      )
    )
    group by "before"."segment"
  ) as "ways"
  group by "ways"."from_segment", "ways"."to_segment", "ways"."cause"
  having sum("ways"."customers") > ?
) as "moves"
  left outer join "segments"."segments" as "left_behind"
    on (
      "left_behind"."night" = cast(? as date)
      and "left_behind"."segment" = "moves"."from_segment"
    )
  left outer join "segments"."segments" as "entered"
    on (
      "entered"."night" = cast(? as date)
      and "entered"."segment" = "moves"."to_segment"
    );
