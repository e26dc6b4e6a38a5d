create temporary table "changed"
on commit drop
as
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "cluster",
  false as "is_gone"
from "clustering"."members"
with no data;

create temporary table "pieces"
on commit drop
as
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "cluster"
from "clustering"."members"
with no data;

insert into "changed"
select
  coalesce("states"."customer_key", "held"."customer_key") as "customer_key",
  date '2025-01-30' as "valid_from",
  null as "valid_to",
  "states"."cluster",
  ("states"."customer_key" is null) as "is_gone"
from (
  select "tonight"."customer_key", "clusters"."cluster"
  from "tonight"
    join unnest(cast(
      ?
      as int[]
    ), cast(
      ?
      as int[]
    )) as "clusters" ("place", "cluster")
      on "clusters"."place" = "tonight"."place"
) as "states" ("customer_key", "cluster")
  full outer join (
    select "clustering"."members"."customer_key", "clustering"."members"."cluster"
    from "clustering"."members"
    where "clustering"."members"."valid_to" is null
  ) as "held"
    on "states"."customer_key" = "held"."customer_key"
where ("states"."customer_key", "states"."cluster") is distinct from ("held"."customer_key", "held"."cluster");

analyze "changed";

with
  "removed" as (
    delete from "clustering"."members"
    using "changed"
    where (
      "clustering"."members"."customer_key" = "changed"."customer_key"
      and "clustering"."members"."valid_to" is null
    )
    returning "clustering"."members"."customer_key", "clustering"."members"."valid_from", "clustering"."members"."valid_to", "clustering"."members"."cluster"
  )
insert into "pieces"
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "cluster"
from "removed";

with
  "removed" as (
    delete from "clustering"."members"
    using "changed"
    where (
      "clustering"."members"."customer_key" = "changed"."customer_key"
      and "clustering"."members"."valid_to" >= cast(? as date)
    )
    returning "clustering"."members"."customer_key", "clustering"."members"."valid_from", "clustering"."members"."valid_to", "clustering"."members"."cluster"
  )
insert into "pieces"
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "cluster"
from "removed";

analyze "pieces";

insert into "clustering"."members" ("customer_key", "valid_from", "valid_to", "cluster")
select
  "customer_key",
  "valid_from" as "valid_from",
  "valid_to" as "valid_to",
  "cluster"
from "changed"
where (
  not ("is_gone")
  and not exists (
    select 1 as "one"
    from "pieces"
    where "pieces"."customer_key" = "changed"."customer_key"
  )
);

insert into "clustering"."members" ("customer_key", "valid_from", "valid_to", "cluster")
select
  "customer_key",
  min("valid_from") as "valid_from",
  case
    when not (bool_or(("valid_to" is null))) then max("valid_to")
  end as "valid_to",
  "cluster"
from (
  select
    "customer_key",
    "valid_from" as "valid_from",
    "valid_to" as "valid_to",
    "cluster",
    count(*) filter (where "starts") over (
      partition by "customer_key"
      order by "valid_from"
    ) as "island"
  from (
    select
      "customer_key",
      "valid_from" as "valid_from",
      "valid_to" as "valid_to",
      "cluster",
      (("cluster", "valid_from") is distinct from (
        lag("cluster") over (
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
        "cluster"
      from "pieces"
      where "valid_from" < cast(? as date)
      union all
      select
        "customer_key",
        "valid_from" as "valid_from",
        "valid_to" as "valid_to",
        "cluster"
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
group by "cluster", "customer_key", "island";

drop table "changed";

drop table "pieces";

analyze clustering.members_live;

insert into "changed"
select
  coalesce("states"."customer_key", "held"."customer_key") as "customer_key",
  date '2025-01-31' as "valid_from",
  null as "valid_to",
  "states"."cluster",
  ("states"."customer_key" is null) as "is_gone"
from (
  select "tonight"."customer_key", "clusters"."cluster"
  from "tonight"
    join unnest(cast(
      ?
      as int[]
    ), cast(
      ?
      as int[]
    )) as "clusters" ("place", "cluster")
      on "clusters"."place" = "tonight"."place"
) as "states" ("customer_key", "cluster")
  full outer join (
    select "clustering"."members"."customer_key", "clustering"."members"."cluster"
    from "clustering"."members"
    where "clustering"."members"."valid_to" is null
  ) as "held"
    on "states"."customer_key" = "held"."customer_key"
where ("states"."customer_key", "states"."cluster") is distinct from ("held"."customer_key", "held"."cluster");

insert into "clustering"."members" ("customer_key", "valid_from", "valid_to", "cluster")
select
  "customer_key",
  min("valid_from") as "valid_from",
  case
    when not (bool_or(("valid_to" is null))) then max("valid_to")
  end as "valid_to",
  "cluster"
from (
  select
    "customer_key",
    "valid_from" as "valid_from",
    "valid_to" as "valid_to",
    "cluster",
    count(*) filter (where "starts") over (
      partition by "customer_key"
      order by "valid_from"
    ) as "island"
  from (
    select
      "customer_key",
      "valid_from" as "valid_from",
      "valid_to" as "valid_to",
      "cluster",
      (("cluster", "valid_from") is distinct from (
        lag("cluster") over (
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
        "cluster"
      from "pieces"
      where "valid_from" < cast(? as date)
      union all
      select
        "customer_key",
        "valid_from" as "valid_from",
        "valid_to" as "valid_to",
        "cluster"
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
group by "cluster", "customer_key", "island";
