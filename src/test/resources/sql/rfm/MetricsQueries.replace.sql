select
  max("night") filter (where "night" < cast(? as date)),
  min("night") filter (where "night" > cast(? as date))
from "rfm"."nights";

create temporary table "changed"
on commit drop
as
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary",
  false as "is_gone"
from "rfm"."metrics"
with no data;

create temporary table "pieces"
on commit drop
as
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary"
from "rfm"."metrics"
with no data;

insert into "changed"
select
  coalesce("states"."customer_key", "held"."customer_key") as "customer_key",
  date '2025-01-30' as "valid_from",
  null as "valid_to",
  "states"."standing",
  "states"."first_ordered_on",
  "states"."last_ordered_on",
  "states"."orders_count",
  "states"."net_value",
  "states"."frequency",
  "states"."monetary",
  ("states"."customer_key" is null) as "is_gone"
from (
  select
    "orders"."customers"."customer_key",
    case
      when "activity"."last_ordered_on" < cast(? as date) then ?
      when coalesce("activity"."net_value", 0) < ? then ?
      when (
        coalesce("activity"."net_value", 0) = ?
        and coalesce("activity"."is_returning", false)
      ) then ?
      when "activity"."last_ordered_on" is null then ?
      else ?
    end as "standing",
    "activity"."first_ordered_on",
    "activity"."last_ordered_on",
    coalesce("activity"."orders_count", 0) as "orders_count",
    coalesce("activity"."net_value", 0) as "net_value",
    cast(
      coalesce("activity"."counted", 0)
      as double precision
    ) as "frequency",
    cast(
      coalesce("activity"."net_value", 0)
      as double precision
    ) as "monetary"
  from "orders"."customers"
    left outer join (
      select
        "orders"."order_parts"."customer_key",
        min("orders"."order_parts"."ordered_on") filter (where "orders"."order_parts"."is_order") as "first_ordered_on",
        max("orders"."order_parts"."ordered_on") filter (where "orders"."order_parts"."is_order") as "last_ordered_on",
        cast(
          count(*) filter (where (
            "orders"."order_parts"."is_order"
            and "orders"."order_parts"."ordered_on" >= cast(? as date)
          ))
          as bigint
        ) as "orders_count",
        sum("orders"."order_parts"."value") filter (where "orders"."order_parts"."booked_on" >= cast(? as date)) as "net_value",
        cast(
          count(*) filter (where (
            "orders"."order_parts"."is_order"
            and "orders"."order_parts"."ordered_on" >= cast(? as date)
          ))
          as numeric
        ) as "counted",
        bool_or("orders"."order_parts"."is_return") filter (where "orders"."order_parts"."booked_on" >= cast(? as date)) as "is_returning"
      from "orders"."order_parts"
      where "orders"."order_parts"."outcome" = ?
      group by "orders"."order_parts"."customer_key"
    ) as "activity"
      on "activity"."customer_key" = "orders"."customers"."customer_key"
) as "states" (
  "customer_key",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary"
)
  full outer join (
    select
      "rfm"."metrics"."customer_key",
      "rfm"."metrics"."standing",
      "rfm"."metrics"."first_ordered_on",
      "rfm"."metrics"."last_ordered_on",
      "rfm"."metrics"."orders_count",
      "rfm"."metrics"."net_value",
      "rfm"."metrics"."frequency",
      "rfm"."metrics"."monetary"
    from "rfm"."metrics"
    where "rfm"."metrics"."valid_to" is null
  ) as "held"
    on "states"."customer_key" = "held"."customer_key"
where (
  "states"."customer_key",
  "states"."standing",
  "states"."first_ordered_on",
  "states"."last_ordered_on",
  "states"."orders_count",
  "states"."net_value",
  "states"."frequency",
  "states"."monetary"
) is distinct from (
  "held"."customer_key",
  "held"."standing",
  "held"."first_ordered_on",
  "held"."last_ordered_on",
  "held"."orders_count",
  "held"."net_value",
  "held"."frequency",
  "held"."monetary"
);

analyze "changed";

with
  "removed" as (
    delete from "rfm"."metrics"
    using "changed"
    where (
      "rfm"."metrics"."customer_key" = "changed"."customer_key"
      and "rfm"."metrics"."valid_to" is null
    )
    returning 
      "rfm"."metrics"."customer_key",
      "rfm"."metrics"."valid_from",
      "rfm"."metrics"."valid_to",
      "rfm"."metrics"."standing",
      "rfm"."metrics"."first_ordered_on",
      "rfm"."metrics"."last_ordered_on",
      "rfm"."metrics"."orders_count",
      "rfm"."metrics"."net_value",
      "rfm"."metrics"."frequency",
      "rfm"."metrics"."monetary"
  )
insert into "pieces"
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary"
from "removed";

with
  "removed" as (
    delete from "rfm"."metrics"
    using "changed"
    where (
      "rfm"."metrics"."customer_key" = "changed"."customer_key"
      and "rfm"."metrics"."valid_to" >= cast(? as date)
    )
    returning 
      "rfm"."metrics"."customer_key",
      "rfm"."metrics"."valid_from",
      "rfm"."metrics"."valid_to",
      "rfm"."metrics"."standing",
      "rfm"."metrics"."first_ordered_on",
      "rfm"."metrics"."last_ordered_on",
      "rfm"."metrics"."orders_count",
      "rfm"."metrics"."net_value",
      "rfm"."metrics"."frequency",
      "rfm"."metrics"."monetary"
  )
insert into "pieces"
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary"
from "removed";

analyze "pieces";

insert into "rfm"."metrics" (
  "customer_key",
  "valid_from",
  "valid_to",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary"
)
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary"
from "changed"
where (
  not ("is_gone")
  and not exists (
    select 1 as "one"
    from "pieces"
    where "pieces"."customer_key" = "changed"."customer_key"
  )
);

insert into "rfm"."metrics" (
  "customer_key",
  "valid_from",
  "valid_to",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary"
)
select
  "customer_key",
  min("valid_from") as "valid_from",
  case
    when not (bool_or(("valid_to" is null))) then max("valid_to")
  end as "valid_to",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary"
from (
  select
    "customer_key",
    "valid_from" as "valid_from",
    "valid_to" as "valid_to",
    "standing",
    "first_ordered_on",
    "last_ordered_on",
    "orders_count",
    "net_value",
    "frequency",
    "monetary",
    count(*) filter (where "starts") over (
      partition by "customer_key"
      order by "valid_from"
    ) as "island"
  from (
    select
      "customer_key",
      "valid_from" as "valid_from",
      "valid_to" as "valid_to",
      "standing",
      "first_ordered_on",
      "last_ordered_on",
      "orders_count",
      "net_value",
      "frequency",
      "monetary",
      ((
        "standing",
        "first_ordered_on",
        "last_ordered_on",
        "orders_count",
        "net_value",
        "frequency",
        "monetary",
        "valid_from"
      ) is distinct from (
        lag("standing") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("first_ordered_on") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("last_ordered_on") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("orders_count") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("net_value") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("frequency") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("monetary") over (
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
        "standing",
        "first_ordered_on",
        "last_ordered_on",
        "orders_count",
        "net_value",
        "frequency",
        "monetary"
      from "pieces"
      where "valid_from" < cast(? as date)
      union all
      select
        "customer_key",
        "valid_from" as "valid_from",
        "valid_to" as "valid_to",
        "standing",
        "first_ordered_on",
        "last_ordered_on",
        "orders_count",
        "net_value",
        "frequency",
        "monetary"
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
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary",
  "customer_key",
  "island";

drop table "changed";

drop table "pieces";

select count(*)
from "touched";

select count(*)
from "orders"."customers";

insert into "changed"
select
  coalesce("states"."customer_key", "held"."customer_key") as "customer_key",
  date '2025-01-31' as "valid_from",
  null as "valid_to",
  "states"."standing",
  "states"."first_ordered_on",
  "states"."last_ordered_on",
  "states"."orders_count",
  "states"."net_value",
  "states"."frequency",
  "states"."monetary",
  ("states"."customer_key" is null) as "is_gone"
from (
  select
    "orders"."customers"."customer_key",
    case
      when "activity"."last_ordered_on" < cast(? as date) then ?
      when coalesce("activity"."net_value", 0) < ? then ?
      when (
        coalesce("activity"."net_value", 0) = ?
        and coalesce("activity"."is_returning", false)
      ) then ?
      when "activity"."last_ordered_on" is null then ?
      else ?
    end as "standing",
    "activity"."first_ordered_on",
    "activity"."last_ordered_on",
    coalesce("activity"."orders_count", 0) as "orders_count",
    coalesce("activity"."net_value", 0) as "net_value",
    cast(
      coalesce("activity"."counted", 0)
      as double precision
    ) as "frequency",
    cast(
      coalesce("activity"."net_value", 0)
      as double precision
    ) as "monetary"
  from "orders"."customers"
    left outer join (
      select
        "orders"."order_parts"."customer_key",
        min("orders"."order_parts"."ordered_on") filter (where "orders"."order_parts"."is_order") as "first_ordered_on",
        max("orders"."order_parts"."ordered_on") filter (where "orders"."order_parts"."is_order") as "last_ordered_on",
        cast(
          count(*) filter (where (
            "orders"."order_parts"."is_order"
            and "orders"."order_parts"."ordered_on" >= cast(? as date)
          ))
          as bigint
        ) as "orders_count",
        sum("orders"."order_parts"."value") filter (where "orders"."order_parts"."booked_on" >= cast(? as date)) as "net_value",
        cast(
          count(*) filter (where (
            "orders"."order_parts"."is_order"
            and "orders"."order_parts"."ordered_on" >= cast(? as date)
          ))
          as numeric
        ) as "counted",
        bool_or("orders"."order_parts"."is_return") filter (where "orders"."order_parts"."booked_on" >= cast(? as date)) as "is_returning"
      from "orders"."order_parts"
      where "orders"."order_parts"."outcome" = ?
      group by "orders"."order_parts"."customer_key"
    ) as "activity"
      on "activity"."customer_key" = "orders"."customers"."customer_key"
  where "orders"."customers"."customer_key" in (
    select "touched"."customer_key"
    from "touched"
  )
) as "states" (
  "customer_key",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary"
)
  full outer join (
    select
      "rfm"."metrics"."customer_key",
      "rfm"."metrics"."standing",
      "rfm"."metrics"."first_ordered_on",
      "rfm"."metrics"."last_ordered_on",
      "rfm"."metrics"."orders_count",
      "rfm"."metrics"."net_value",
      "rfm"."metrics"."frequency",
      "rfm"."metrics"."monetary"
    from "rfm"."metrics"
    where (
      "rfm"."metrics"."valid_to" is null
      and "rfm"."metrics"."customer_key" in (
        select "touched"."customer_key"
        from "touched"
      )
    )
  ) as "held"
    on "states"."customer_key" = "held"."customer_key"
where (
  "states"."customer_key",
  "states"."standing",
  "states"."first_ordered_on",
  "states"."last_ordered_on",
  "states"."orders_count",
  "states"."net_value",
  "states"."frequency",
  "states"."monetary"
) is distinct from (
  "held"."customer_key",
  "held"."standing",
  "held"."first_ordered_on",
  "held"."last_ordered_on",
  "held"."orders_count",
  "held"."net_value",
  "held"."frequency",
  "held"."monetary"
);

insert into "rfm"."metrics" (
  "customer_key",
  "valid_from",
  "valid_to",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary"
)
select
  "customer_key",
  min("valid_from") as "valid_from",
  case
    when not (bool_or(("valid_to" is null))) then max("valid_to")
  end as "valid_to",
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary"
from (
  select
    "customer_key",
    "valid_from" as "valid_from",
    "valid_to" as "valid_to",
    "standing",
    "first_ordered_on",
    "last_ordered_on",
    "orders_count",
    "net_value",
    "frequency",
    "monetary",
    count(*) filter (where "starts") over (
      partition by "customer_key"
      order by "valid_from"
    ) as "island"
  from (
    select
      "customer_key",
      "valid_from" as "valid_from",
      "valid_to" as "valid_to",
      "standing",
      "first_ordered_on",
      "last_ordered_on",
      "orders_count",
      "net_value",
      "frequency",
      "monetary",
      ((
        "standing",
        "first_ordered_on",
        "last_ordered_on",
        "orders_count",
        "net_value",
        "frequency",
        "monetary",
        "valid_from"
      ) is distinct from (
        lag("standing") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("first_ordered_on") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("last_ordered_on") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("orders_count") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("net_value") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("frequency") over (
          partition by "customer_key"
          order by "valid_from"
        ),
        lag("monetary") over (
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
        "standing",
        "first_ordered_on",
        "last_ordered_on",
        "orders_count",
        "net_value",
        "frequency",
        "monetary"
      from "pieces"
      where "valid_from" < cast(? as date)
      union all
      select
        "customer_key",
        "valid_from" as "valid_from",
        "valid_to" as "valid_to",
        "standing",
        "first_ordered_on",
        "last_ordered_on",
        "orders_count",
        "net_value",
        "frequency",
        "monetary"
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
  "standing",
  "first_ordered_on",
  "last_ordered_on",
  "orders_count",
  "net_value",
  "frequency",
  "monetary",
  "customer_key",
  "island";
