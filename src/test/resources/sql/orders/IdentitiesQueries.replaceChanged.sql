create temporary table "changed_identities"
on commit drop
as
select distinct "orders"."identities"."identity"
from "orders"."identities"
where (
  "orders"."identities"."customer_key" in (
    select "touched_customers"."customer_key"
    from "touched_customers"
  )
  and not exists (
    select 1 as "one"
    from "found_identities"
    where (
      "found_identities"."identity" = "orders"."identities"."identity"
      and "found_identities"."customer_key" = "orders"."identities"."customer_key"
      and "found_identities"."is_national" = "orders"."identities"."is_national"
    )
  )
)
union
select "found_identities"."identity"
from "found_identities"
where not exists (
  select 1 as "one"
  from "orders"."identities"
  where (
    "found_identities"."identity" = "orders"."identities"."identity"
    and "found_identities"."customer_key" = "orders"."identities"."customer_key"
    and "found_identities"."is_national" = "orders"."identities"."is_national"
  )
);

analyze changed_identities;

delete from "orders"."identities"
where (
  "orders"."identities"."customer_key" in (
    select "touched_customers"."customer_key"
    from "touched_customers"
  )
  and not exists (
    select 1 as "one"
    from "found_identities"
    where (
      "found_identities"."identity" = "orders"."identities"."identity"
      and "found_identities"."customer_key" = "orders"."identities"."customer_key"
      and "found_identities"."is_national" = "orders"."identities"."is_national"
    )
  )
);

insert into "orders"."identities" ("identity", "customer_key", "is_national", "is_shared")
select distinct "found_identities"."identity", "found_identities"."customer_key", "found_identities"."is_national", false
from "found_identities"
where not exists (
  select 1 as "one"
  from "orders"."identities"
  where (
    "found_identities"."identity" = "orders"."identities"."identity"
    and "found_identities"."customer_key" = "orders"."identities"."customer_key"
    and "found_identities"."is_national" = "orders"."identities"."is_national"
  )
);
