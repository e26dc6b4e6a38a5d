create temporary table "changed"
on commit drop
as
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes",
  false as "is_gone"
from "segments"."memberships"
with no data;

create temporary table "pieces"
on commit drop
as
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes"
from "segments"."memberships"
with no data;

insert into "changed"
select
  coalesce("states"."customer_key", "held"."customer_key") as "customer_key",
  date '2025-01-30' as "valid_from",
  null as "valid_to",
  "states"."segment",
  "states"."r_score",
  "states"."f_score",
  "states"."m_score",
  "states"."previous_segment",
  "states"."changed_on",
  "states"."cause",
  "states"."rule",
  "states"."attributes",
  ("states"."customer_key" is null) as "is_gone"
from (
  select
    "named"."customer_key",
    "named"."segment",
    "named"."r_score",
    "named"."f_score",
    "named"."m_score",
    case
      when "before"."segment" = "named"."segment" then "before"."previous_segment"
      else "before"."segment"
    end as "previous_segment",
    case
      when "before"."segment" = "named"."segment" then "before"."changed_on"
      else cast(? as date)
    end as "changed_on",
    case
      when "before"."customer_key" is null then ?
      when "before"."segment" = "named"."segment" then "before"."cause"
      else "causes"."cause"
    end as "cause",
    "named"."rule",
    "named"."attributes"
  from (
    select
      "scores"."night",
      "scores"."customer_key",
      "scores"."standing",
      "scores"."recency_days",
      "scores"."orders_count",
      "scores"."net_value",
      "scores"."frequency",
      "scores"."monetary",
      "scores"."r_score",
      "scores"."f_score",
      "scores"."m_score",
      "scores"."r_before",
      "scores"."f_before",
      "scores"."m_before",
      "scores"."is_changed",
      "scores"."first_ordered_on",
      "scores"."rule",
      "scores"."attributes",
      case
        when "scores"."standing" = ? then ?
        when "scores"."standing" = ? then ?
        when "scores"."standing" = ? then ?
        else "segments"."cells"."segment"
      end as "segment"
    from (
      select
        "rfm"."scores"."night",
        "rfm"."scores"."customer_key",
        "rfm"."scores"."standing",
        "rfm"."scores"."recency_days",
        "rfm"."scores"."orders_count",
        "rfm"."scores"."net_value",
        "rfm"."scores"."frequency",
        "rfm"."scores"."monetary",
        "rfm"."scores"."r_score",
        "rfm"."scores"."f_score",
        "rfm"."scores"."m_score",
        "rfm"."scores"."r_before",
        "rfm"."scores"."f_before",
        "rfm"."scores"."m_before",
        "rfm"."scores"."is_changed",
        "rfm"."scores"."first_ordered_on",
        cast(null as int) as "rule",
        cast(null as jsonb) as "attributes"
      from "rfm"."scores"
      where "rfm"."scores"."night" = cast(? as date)
    ) as "scores"
      left outer join "segments"."cells"
        on (
          "segments"."cells"."night" = cast(? as date)
          and "segments"."cells"."r_score" = "scores"."r_score"
          and "segments"."cells"."f_score" = "scores"."f_score"
          and "segments"."cells"."m_score" = "scores"."m_score"
        )
  ) as "named"
    left outer join "segments"."memberships" as "before"
      on (
        "before"."customer_key" = "named"."customer_key"
        and false
      )
    left outer join "causes"
      on "causes"."customer_key" = "named"."customer_key"
) as "states" (
  "customer_key",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes"
)
  full outer join (
    select
      "segments"."memberships"."customer_key",
      "segments"."memberships"."segment",
      "segments"."memberships"."r_score",
      "segments"."memberships"."f_score",
      "segments"."memberships"."m_score",
      "segments"."memberships"."previous_segment",
      "segments"."memberships"."changed_on",
      "segments"."memberships"."cause",
      "segments"."memberships"."rule",
      "segments"."memberships"."attributes"
    from "segments"."memberships"
    where "segments"."memberships"."valid_to" is null
  ) as "held"
    on "states"."customer_key" = "held"."customer_key"
where (
  "states"."customer_key",
  "states"."segment",
  "states"."r_score",
  "states"."f_score",
  "states"."m_score",
  "states"."previous_segment",
  "states"."changed_on",
  "states"."cause",
  "states"."rule",
  "states"."attributes"
) is distinct from (
  "held"."customer_key",
  "held"."segment",
  "held"."r_score",
  "held"."f_score",
  "held"."m_score",
  "held"."previous_segment",
  "held"."changed_on",
  "held"."cause",
  "held"."rule",
  "held"."attributes"
);

analyze "changed";

with
  "removed" as (
    delete from "segments"."memberships"
    using "changed"
    where (
      "segments"."memberships"."customer_key" = "changed"."customer_key"
      and "segments"."memberships"."valid_to" is null
    )
    returning 
      "segments"."memberships"."customer_key",
      "segments"."memberships"."valid_from",
      "segments"."memberships"."valid_to",
      "segments"."memberships"."segment",
      "segments"."memberships"."r_score",
      "segments"."memberships"."f_score",
      "segments"."memberships"."m_score",
      "segments"."memberships"."previous_segment",
      "segments"."memberships"."changed_on",
      "segments"."memberships"."cause",
      "segments"."memberships"."rule",
      "segments"."memberships"."attributes"
  )
insert into "pieces"
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes"
from "removed";

with
  "removed" as (
    delete from "segments"."memberships"
    using "changed"
    where (
      "segments"."memberships"."customer_key" = "changed"."customer_key"
      and "segments"."memberships"."valid_to" >= cast(? as date)
    )
    returning 
      "segments"."memberships"."customer_key",
      "segments"."memberships"."valid_from",
      "segments"."memberships"."valid_to",
      "segments"."memberships"."segment",
      "segments"."memberships"."r_score",
      "segments"."memberships"."f_score",
      "segments"."memberships"."m_score",
      "segments"."memberships"."previous_segment",
      "segments"."memberships"."changed_on",
      "segments"."memberships"."cause",
      "segments"."memberships"."rule",
      "segments"."memberships"."attributes"
  )
insert into "pieces"
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes"
from "removed";

analyze "pieces";

insert into "segments"."memberships" (
  "customer_key",
  "valid_from",
  "valid_to",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes"
)
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes"
from "changed"
where (
  not ("is_gone")
  and not exists (
    select 1 as "one"
    from "pieces"
    where "pieces"."customer_key" = "changed"."customer_key"
  )
);

insert into "segments"."memberships" (
  "customer_key",
  "valid_from",
  "valid_to",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes"
)
select
  "customer_key",
  min("valid_from") as "valid_from",
  case
    when not (bool_or(("valid_to" is null))) then max("valid_to")
  end as "valid_to",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes"
from (
  select
    "customer_key",
    "valid_from" as "valid_from",
    "valid_to" as "valid_to",
    "segment",
    "r_score",
    "f_score",
    "m_score",
    "previous_segment",
    "changed_on",
    "cause",
    "rule",
    "attributes",
    count(*) filter (where "starts") over (
      partition by "customer_key"
      order by "valid_from"
    ) as "island"
  from (
    select
      "customer_key",
      "valid_from" as "valid_from",
      "valid_to" as "valid_to",
      "segment",
      "r_score",
      "f_score",
      "m_score",
      "previous_segment",
      "changed_on",
      "cause",
      "rule",
      "attributes",
      ((
        "segment",
        "r_score",
        "f_score",
        "m_score",
        "previous_segment",
        "changed_on",
        "cause",
        "rule",
        "attributes",
        "valid_from"
      ) is distinct from (
        lag("segment") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("r_score") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("f_score") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("m_score") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("previous_segment") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("changed_on") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("cause") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("rule") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("attributes") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("valid_to") over (
          partition by "customer_key"
          order by "valid_from"
        )
      )) as "starts"
    from (
      select
        "customer_key",
        "valid_from" as "valid_from",
        least("valid_to", date '2025-01-30') as "valid_to",
        "segment",
        "r_score",
        "f_score",
        "m_score",
        "previous_segment",
        "changed_on",
        "cause",
        "rule",
        "attributes"
      from "pieces"
      where "valid_from" < cast(? as date)
      union all
      select
        "customer_key",
        "valid_from" as "valid_from",
        "valid_to" as "valid_to",
        "segment",
        "r_score",
        "f_score",
        "m_score",
        "previous_segment",
        "changed_on",
        "cause",
        "rule",
        "attributes"
      from "changed"
      where (
        not ("is_gone")
        and exists (
          select 1 as "one"
          from "pieces"
          where "pieces"."customer_key" = "changed"."customer_key"
        )
      )
    ) as "clipped"
  ) as "starts"
) as "islands"
group by
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes",
  "customer_key",
  "island";

drop table "changed";

drop table "pieces";

insert into "changed"
select
  coalesce("states"."customer_key", "held"."customer_key") as "customer_key",
  date '2025-01-31' as "valid_from",
  null as "valid_to",
  "states"."segment",
  "states"."r_score",
  "states"."f_score",
  "states"."m_score",
  "states"."previous_segment",
  "states"."changed_on",
  "states"."cause",
  "states"."rule",
  "states"."attributes",
  ("states"."customer_key" is null) as "is_gone"
from (
  select
    "named"."customer_key",
    "named"."segment",
    "named"."r_score",
    "named"."f_score",
    "named"."m_score",
    case
      when "before"."segment" = "named"."segment" then "before"."previous_segment"
      else "before"."segment"
    end as "previous_segment",
    case
      when "before"."segment" = "named"."segment" then "before"."changed_on"
      else cast(? as date)
    end as "changed_on",
    case
      when "before"."customer_key" is null then ?
      when "before"."segment" = "named"."segment" then "before"."cause"
      else "causes"."cause"
    end as "cause",
    "named"."rule",
    "named"."attributes"
  from (
    select
      "scores"."night",
      "scores"."customer_key",
      "scores"."standing",
      "scores"."recency_days",
      "scores"."orders_count",
      "scores"."net_value",
      "scores"."frequency",
      "scores"."monetary",
      "scores"."r_score",
      "scores"."f_score",
      "scores"."m_score",
      "scores"."r_before",
      "scores"."f_before",
      "scores"."m_before",
      "scores"."is_changed",
      "scores"."first_ordered_on",
      "scores"."rule",
      "scores"."attributes",
      case
        when "scores"."standing" = ? then ?
        when "scores"."standing" = ? then ?
        when "scores"."standing" = ? then ?
        else "segments"."cells"."segment"
      end as "segment"
    from (
      select
        "rfm"."scores"."night",
        "rfm"."scores"."customer_key",
        "rfm"."scores"."standing",
        "rfm"."scores"."recency_days",
        "rfm"."scores"."orders_count",
        "rfm"."scores"."net_value",
        "rfm"."scores"."frequency",
        "rfm"."scores"."monetary",
        "rfm"."scores"."r_score",
        "rfm"."scores"."f_score",
        "rfm"."scores"."m_score",
        "rfm"."scores"."r_before",
        "rfm"."scores"."f_before",
        "rfm"."scores"."m_before",
        "rfm"."scores"."is_changed",
        "rfm"."scores"."first_ordered_on",
        cast(null as int) as "rule",
        cast(null as jsonb) as "attributes"
      from "rfm"."scores"
      where "rfm"."scores"."night" = cast(? as date)
    ) as "scores"
      left outer join "segments"."cells"
        on (
          "segments"."cells"."night" = cast(? as date)
          and "segments"."cells"."r_score" = "scores"."r_score"
          and "segments"."cells"."f_score" = "scores"."f_score"
          and "segments"."cells"."m_score" = "scores"."m_score"
        )
  ) as "named"
    left outer join "segments"."memberships" as "before"
      on (
        "before"."customer_key" = "named"."customer_key"
        and "before"."valid_from" <= cast(? as date)
        and (
          "before"."valid_to" is null
          or "before"."valid_to" > cast(? as date)
        )
      )
    left outer join "causes"
      on "causes"."customer_key" = "named"."customer_key"
  where "named"."customer_key" in (
    select "touched_memberships"."customer_key"
    from "touched_memberships"
  )
) as "states" (
  "customer_key",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes"
)
  full outer join (
    select
      "segments"."memberships"."customer_key",
      "segments"."memberships"."segment",
      "segments"."memberships"."r_score",
      "segments"."memberships"."f_score",
      "segments"."memberships"."m_score",
      "segments"."memberships"."previous_segment",
      "segments"."memberships"."changed_on",
      "segments"."memberships"."cause",
      "segments"."memberships"."rule",
      "segments"."memberships"."attributes"
    from "segments"."memberships"
    where (
      "segments"."memberships"."valid_to" is null
      and "segments"."memberships"."customer_key" in (
        select "touched_memberships"."customer_key"
        from "touched_memberships"
      )
    )
  ) as "held"
    on "states"."customer_key" = "held"."customer_key"
where (
  "states"."customer_key",
  "states"."segment",
  "states"."r_score",
  "states"."f_score",
  "states"."m_score",
  "states"."previous_segment",
  "states"."changed_on",
  "states"."cause",
  "states"."rule",
  "states"."attributes"
) is distinct from (
  "held"."customer_key",
  "held"."segment",
  "held"."r_score",
  "held"."f_score",
  "held"."m_score",
  "held"."previous_segment",
  "held"."changed_on",
  "held"."cause",
  "held"."rule",
  "held"."attributes"
);

insert into "segments"."memberships" (
  "customer_key",
  "valid_from",
  "valid_to",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes"
)
select
  "customer_key",
  min("valid_from") as "valid_from",
  case
    when not (bool_or(("valid_to" is null))) then max("valid_to")
  end as "valid_to",
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes"
from (
  select
    "customer_key",
    "valid_from" as "valid_from",
    "valid_to" as "valid_to",
    "segment",
    "r_score",
    "f_score",
    "m_score",
    "previous_segment",
    "changed_on",
    "cause",
    "rule",
    "attributes",
    count(*) filter (where "starts") over (
      partition by "customer_key"
      order by "valid_from"
    ) as "island"
  from (
    select
      "customer_key",
      "valid_from" as "valid_from",
      "valid_to" as "valid_to",
      "segment",
      "r_score",
      "f_score",
      "m_score",
      "previous_segment",
      "changed_on",
      "cause",
      "rule",
      "attributes",
      ((
        "segment",
        "r_score",
        "f_score",
        "m_score",
        "previous_segment",
        "changed_on",
        "cause",
        "rule",
        "attributes",
        "valid_from"
      ) is distinct from (
        lag("segment") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("r_score") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("f_score") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("m_score") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("previous_segment") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("changed_on") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("cause") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("rule") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("attributes") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("valid_to") over (
          partition by "customer_key"
          order by "valid_from"
        )
      )) as "starts"
    from (
      select
        "customer_key",
        "valid_from" as "valid_from",
        least("valid_to", date '2025-01-31') as "valid_to",
        "segment",
        "r_score",
        "f_score",
        "m_score",
        "previous_segment",
        "changed_on",
        "cause",
        "rule",
        "attributes"
      from "pieces"
      where "valid_from" < cast(? as date)
      union all
      select
        "customer_key",
        "valid_from" as "valid_from",
        "valid_to" as "valid_to",
        "segment",
        "r_score",
        "f_score",
        "m_score",
        "previous_segment",
        "changed_on",
        "cause",
        "rule",
        "attributes"
      from "changed"
      where (
        not ("is_gone")
        and exists (
          select 1 as "one"
          from "pieces"
          where "pieces"."customer_key" = "changed"."customer_key"
        )
      )
    ) as "clipped"
  ) as "starts"
) as "islands"
group by
  "segment",
  "r_score",
  "f_score",
  "m_score",
  "previous_segment",
  "changed_on",
  "cause",
  "rule",
  "attributes",
  "customer_key",
  "island";
