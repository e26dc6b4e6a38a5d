create temporary table "changed"
on commit drop
as
select
  "customer_key",
  "audience",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "exclusion",
  false as "is_gone"
from "audiences"."members"
with no data;

create temporary table "pieces"
on commit drop
as
select
  "customer_key",
  "audience",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "exclusion"
from "audiences"."members"
with no data;

insert into "changed"
select
  coalesce("states"."customer_key", "held"."customer_key") as "customer_key",
  coalesce("states"."audience", "held"."audience") as "audience",
  date '2025-01-30' as "valid_from",
  null as "valid_to",
  "states"."exclusion",
  ("states"."customer_key" is null) as "is_gone"
from (
  select "tonight"."customer_key", "tonight"."audience", "tonight"."exclusion"
  from "tonight"
) as "states" ("customer_key", "audience", "exclusion")
  full outer join (
    select "audiences"."members"."customer_key", "audiences"."members"."audience", "audiences"."members"."exclusion"
    from "audiences"."members"
    where "audiences"."members"."valid_to" is null
  ) as "held"
    on (
      "states"."customer_key" = "held"."customer_key"
      and "states"."audience" = "held"."audience"
    )
where ("states"."customer_key", "states"."audience", "states"."exclusion") is distinct from ("held"."customer_key", "held"."audience", "held"."exclusion");

analyze "changed";

with
  "removed" as (
    delete from "audiences"."members"
    using "changed"
    where (
      "audiences"."members"."customer_key" = "changed"."customer_key"
      and "audiences"."members"."audience" = "changed"."audience"
      and "audiences"."members"."valid_to" is null
    )
    returning 
      "audiences"."members"."customer_key",
      "audiences"."members"."audience",
      "audiences"."members"."valid_from",
      "audiences"."members"."valid_to",
      "audiences"."members"."exclusion"
  )
insert into "pieces"
select
  "customer_key",
  "audience",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "exclusion"
from "removed";

with
  "removed" as (
    delete from "audiences"."members"
    using "changed"
    where (
      "audiences"."members"."customer_key" = "changed"."customer_key"
      and "audiences"."members"."audience" = "changed"."audience"
      and "audiences"."members"."valid_to" >= cast(? as date)
    )
    returning 
      "audiences"."members"."customer_key",
      "audiences"."members"."audience",
      "audiences"."members"."valid_from",
      "audiences"."members"."valid_to",
      "audiences"."members"."exclusion"
  )
insert into "pieces"
select
  "customer_key",
  "audience",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "exclusion"
from "removed";

analyze "pieces";

insert into "audiences"."members" (
  "customer_key",
  "audience",
  "valid_from",
  "valid_to",
  "exclusion"
)
select
  "customer_key",
  "audience",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "exclusion"
from "changed"
where (
  not ("is_gone")
  and not exists (
    select 1 as "one"
    from "pieces"
    where (
      "pieces"."customer_key" = "changed"."customer_key"
      and "pieces"."audience" = "changed"."audience"
    )
  )
);

insert into "audiences"."members" (
  "customer_key",
  "audience",
  "valid_from",
  "valid_to",
  "exclusion"
)
select
  "customer_key",
  "audience",
  min("valid_from") as "valid_from",
  case
    when not (bool_or(("valid_to" is null))) then max("valid_to")
  end as "valid_to",
  "exclusion"
from (
  select
    "customer_key",
    "audience",
    "valid_from" as "valid_from",
    "valid_to" as "valid_to",
    "exclusion",
    count(*) filter (where "starts") over (
      partition by "customer_key", "audience"
      order by "valid_from"
    ) as "island"
  from (
    select
      "customer_key",
      "audience",
      "valid_from" as "valid_from",
      "valid_to" as "valid_to",
      "exclusion",
      (("exclusion", "valid_from") is distinct from (
        lag("exclusion") over (
          partition by "customer_key", "audience"
          order by "valid_from"
        ),
        lag("valid_to") over (
          partition by "customer_key", "audience"
          order by "valid_from"
        )
      )) as "starts"
    from (
      select
        "customer_key",
        "audience",
        "valid_from" as "valid_from",
        least("valid_to", date '2025-01-30') as "valid_to",
        "exclusion"
      from "pieces"
      where "valid_from" < cast(? as date)
      union all
      select
        "customer_key",
        "audience",
        "valid_from" as "valid_from",
        "valid_to" as "valid_to",
        "exclusion"
      from "changed"
      where (
        not ("is_gone")
        and exists (
          select 1 as "one"
          from "pieces"
          where (
            "pieces"."customer_key" = "changed"."customer_key"
            and "pieces"."audience" = "changed"."audience"
          )
        )
      )
    ) as "clipped"
  ) as "starts"
) as "islands"
group by "exclusion", "customer_key", "audience", "island";

drop table "changed";

drop table "pieces";

create temporary table "changed"
on commit drop
as
select
  "customer_key",
  "audience",
  "destination",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "exclusion",
  false as "is_gone"
from "audiences"."destination_exclusions"
with no data;

create temporary table "pieces"
on commit drop
as
select
  "customer_key",
  "audience",
  "destination",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "exclusion"
from "audiences"."destination_exclusions"
with no data;

insert into "changed"
select
  coalesce("states"."customer_key", "held"."customer_key") as "customer_key",
  coalesce("states"."audience", "held"."audience") as "audience",
  coalesce("states"."destination", "held"."destination") as "destination",
  date '2025-01-30' as "valid_from",
  null as "valid_to",
  "states"."exclusion",
  ("states"."customer_key" is null) as "is_gone"
from (
  select "tonight_elsewhere"."customer_key", "tonight_elsewhere"."audience", "tonight_elsewhere"."destination", "tonight_elsewhere"."exclusion"
  from "tonight_elsewhere"
) as "states" ("customer_key", "audience", "destination", "exclusion")
  full outer join (
    select "audiences"."destination_exclusions"."customer_key", "audiences"."destination_exclusions"."audience", "audiences"."destination_exclusions"."destination", "audiences"."destination_exclusions"."exclusion"
    from "audiences"."destination_exclusions"
    where "audiences"."destination_exclusions"."valid_to" is null
  ) as "held"
    on (
      "states"."customer_key" = "held"."customer_key"
      and "states"."audience" = "held"."audience"
      and "states"."destination" = "held"."destination"
    )
where ("states"."customer_key", "states"."audience", "states"."destination", "states"."exclusion") is distinct from ("held"."customer_key", "held"."audience", "held"."destination", "held"."exclusion");

with
  "removed" as (
    delete from "audiences"."destination_exclusions"
    using "changed"
    where (
      "audiences"."destination_exclusions"."customer_key" = "changed"."customer_key"
      and "audiences"."destination_exclusions"."audience" = "changed"."audience"
      and "audiences"."destination_exclusions"."destination" = "changed"."destination"
      and "audiences"."destination_exclusions"."valid_to" is null
    )
    returning 
      "audiences"."destination_exclusions"."customer_key",
      "audiences"."destination_exclusions"."audience",
      "audiences"."destination_exclusions"."destination",
      "audiences"."destination_exclusions"."valid_from",
      "audiences"."destination_exclusions"."valid_to",
      "audiences"."destination_exclusions"."exclusion"
  )
insert into "pieces"
select
  "customer_key",
  "audience",
  "destination",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "exclusion"
from "removed";

with
  "removed" as (
    delete from "audiences"."destination_exclusions"
    using "changed"
    where (
      "audiences"."destination_exclusions"."customer_key" = "changed"."customer_key"
      and "audiences"."destination_exclusions"."audience" = "changed"."audience"
      and "audiences"."destination_exclusions"."destination" = "changed"."destination"
      and "audiences"."destination_exclusions"."valid_to" >= cast(? as date)
    )
    returning 
      "audiences"."destination_exclusions"."customer_key",
      "audiences"."destination_exclusions"."audience",
      "audiences"."destination_exclusions"."destination",
      "audiences"."destination_exclusions"."valid_from",
      "audiences"."destination_exclusions"."valid_to",
      "audiences"."destination_exclusions"."exclusion"
  )
insert into "pieces"
select
  "customer_key",
  "audience",
  "destination",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "exclusion"
from "removed";

insert into "audiences"."destination_exclusions" (
  "customer_key",
  "audience",
  "destination",
  "valid_from",
  "valid_to",
  "exclusion"
)
select
  "customer_key",
  "audience",
  "destination",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "exclusion"
from "changed"
where (
  not ("is_gone")
  and not exists (
    select 1 as "one"
    from "pieces"
    where (
      "pieces"."customer_key" = "changed"."customer_key"
      and "pieces"."audience" = "changed"."audience"
      and "pieces"."destination" = "changed"."destination"
    )
  )
);

insert into "audiences"."destination_exclusions" (
  "customer_key",
  "audience",
  "destination",
  "valid_from",
  "valid_to",
  "exclusion"
)
select
  "customer_key",
  "audience",
  "destination",
  min("valid_from") as "valid_from",
  case
    when not (bool_or(("valid_to" is null))) then max("valid_to")
  end as "valid_to",
  "exclusion"
from (
  select
    "customer_key",
    "audience",
    "destination",
    "valid_from" as "valid_from",
    "valid_to" as "valid_to",
    "exclusion",
    count(*) filter (where "starts") over (
      partition by "customer_key", "audience", "destination"
      order by "valid_from"
    ) as "island"
  from (
    select
      "customer_key",
      "audience",
      "destination",
      "valid_from" as "valid_from",
      "valid_to" as "valid_to",
      "exclusion",
      (("exclusion", "valid_from") is distinct from (
        lag("exclusion") over (
          partition by "customer_key", "audience", "destination"
          order by "valid_from"
        ),
        lag("valid_to") over (
          partition by "customer_key", "audience", "destination"
          order by "valid_from"
        )
      )) as "starts"
    from (
      select
        "customer_key",
        "audience",
        "destination",
        "valid_from" as "valid_from",
        least("valid_to", date '2025-01-30') as "valid_to",
        "exclusion"
      from "pieces"
      where "valid_from" < cast(? as date)
      union all
      select
        "customer_key",
        "audience",
        "destination",
        "valid_from" as "valid_from",
        "valid_to" as "valid_to",
        "exclusion"
      from "changed"
      where (
        not ("is_gone")
        and exists (
          select 1 as "one"
          from "pieces"
          where (
            "pieces"."customer_key" = "changed"."customer_key"
            and "pieces"."audience" = "changed"."audience"
            and "pieces"."destination" = "changed"."destination"
          )
        )
      )
    ) as "clipped"
  ) as "starts"
) as "islands"
group by
  "exclusion",
  "customer_key",
  "audience",
  "destination",
  "island";

insert into "changed"
select
  coalesce("states"."customer_key", "held"."customer_key") as "customer_key",
  coalesce("states"."audience", "held"."audience") as "audience",
  date '2025-01-31' as "valid_from",
  null as "valid_to",
  "states"."exclusion",
  ("states"."customer_key" is null) as "is_gone"
from (
  select "tonight"."customer_key", "tonight"."audience", "tonight"."exclusion"
  from "tonight"
) as "states" ("customer_key", "audience", "exclusion")
  full outer join (
    select "audiences"."members"."customer_key", "audiences"."members"."audience", "audiences"."members"."exclusion"
    from "audiences"."members"
    where "audiences"."members"."valid_to" is null
  ) as "held"
    on (
      "states"."customer_key" = "held"."customer_key"
      and "states"."audience" = "held"."audience"
    )
where ("states"."customer_key", "states"."audience", "states"."exclusion") is distinct from ("held"."customer_key", "held"."audience", "held"."exclusion");

insert into "audiences"."members" (
  "customer_key",
  "audience",
  "valid_from",
  "valid_to",
  "exclusion"
)
select
  "customer_key",
  "audience",
  min("valid_from") as "valid_from",
  case
    when not (bool_or(("valid_to" is null))) then max("valid_to")
  end as "valid_to",
  "exclusion"
from (
  select
    "customer_key",
    "audience",
    "valid_from" as "valid_from",
    "valid_to" as "valid_to",
    "exclusion",
    count(*) filter (where "starts") over (
      partition by "customer_key", "audience"
      order by "valid_from"
    ) as "island"
  from (
    select
      "customer_key",
      "audience",
      "valid_from" as "valid_from",
      "valid_to" as "valid_to",
      "exclusion",
      (("exclusion", "valid_from") is distinct from (
        lag("exclusion") over (
          partition by "customer_key", "audience"
          order by "valid_from"
        ),
        lag("valid_to") over (
          partition by "customer_key", "audience"
          order by "valid_from"
        )
      )) as "starts"
    from (
      select
        "customer_key",
        "audience",
        "valid_from" as "valid_from",
        least("valid_to", date '2025-01-31') as "valid_to",
        "exclusion"
      from "pieces"
      where "valid_from" < cast(? as date)
      union all
      select
        "customer_key",
        "audience",
        "valid_from" as "valid_from",
        "valid_to" as "valid_to",
        "exclusion"
      from "changed"
      where (
        not ("is_gone")
        and exists (
          select 1 as "one"
          from "pieces"
          where (
            "pieces"."customer_key" = "changed"."customer_key"
            and "pieces"."audience" = "changed"."audience"
          )
        )
      )
    ) as "clipped"
  ) as "starts"
) as "islands"
group by "exclusion", "customer_key", "audience", "island";

insert into "changed"
select
  coalesce("states"."customer_key", "held"."customer_key") as "customer_key",
  coalesce("states"."audience", "held"."audience") as "audience",
  coalesce("states"."destination", "held"."destination") as "destination",
  date '2025-01-31' as "valid_from",
  null as "valid_to",
  "states"."exclusion",
  ("states"."customer_key" is null) as "is_gone"
from (
  select "tonight_elsewhere"."customer_key", "tonight_elsewhere"."audience", "tonight_elsewhere"."destination", "tonight_elsewhere"."exclusion"
  from "tonight_elsewhere"
) as "states" ("customer_key", "audience", "destination", "exclusion")
  full outer join (
    select "audiences"."destination_exclusions"."customer_key", "audiences"."destination_exclusions"."audience", "audiences"."destination_exclusions"."destination", "audiences"."destination_exclusions"."exclusion"
    from "audiences"."destination_exclusions"
    where "audiences"."destination_exclusions"."valid_to" is null
  ) as "held"
    on (
      "states"."customer_key" = "held"."customer_key"
      and "states"."audience" = "held"."audience"
      and "states"."destination" = "held"."destination"
    )
where ("states"."customer_key", "states"."audience", "states"."destination", "states"."exclusion") is distinct from ("held"."customer_key", "held"."audience", "held"."destination", "held"."exclusion");

insert into "audiences"."destination_exclusions" (
  "customer_key",
  "audience",
  "destination",
  "valid_from",
  "valid_to",
  "exclusion"
)
select
  "customer_key",
  "audience",
  "destination",
  min("valid_from") as "valid_from",
  case
    when not (bool_or(("valid_to" is null))) then max("valid_to")
  end as "valid_to",
  "exclusion"
from (
  select
    "customer_key",
    "audience",
    "destination",
    "valid_from" as "valid_from",
    "valid_to" as "valid_to",
    "exclusion",
    count(*) filter (where "starts") over (
      partition by "customer_key", "audience", "destination"
      order by "valid_from"
    ) as "island"
  from (
    select
      "customer_key",
      "audience",
      "destination",
      "valid_from" as "valid_from",
      "valid_to" as "valid_to",
      "exclusion",
      (("exclusion", "valid_from") is distinct from (
        lag("exclusion") over (
          partition by "customer_key", "audience", "destination"
          order by "valid_from"
        ),
        lag("valid_to") over (
          partition by "customer_key", "audience", "destination"
          order by "valid_from"
        )
      )) as "starts"
    from (
      select
        "customer_key",
        "audience",
        "destination",
        "valid_from" as "valid_from",
        least("valid_to", date '2025-01-31') as "valid_to",
        "exclusion"
      from "pieces"
      where "valid_from" < cast(? as date)
      union all
      select
        "customer_key",
        "audience",
        "destination",
        "valid_from" as "valid_from",
        "valid_to" as "valid_to",
        "exclusion"
      from "changed"
      where (
        not ("is_gone")
        and exists (
          select 1 as "one"
          from "pieces"
          where (
            "pieces"."customer_key" = "changed"."customer_key"
            and "pieces"."audience" = "changed"."audience"
            and "pieces"."destination" = "changed"."destination"
          )
        )
      )
    ) as "clipped"
  ) as "starts"
) as "islands"
group by
  "exclusion",
  "customer_key",
  "audience",
  "destination",
  "island";
