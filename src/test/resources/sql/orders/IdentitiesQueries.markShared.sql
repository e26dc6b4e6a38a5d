update "orders"."identities"
set
  "is_shared" = "counted"."is_shared"
from (
  select
    "orders"."identities"."identity",
    (count(distinct "orders"."identities"."customer_key") > ?) as "is_shared"
  from "orders"."identities"
    join "changed_identities"
      on "changed_identities"."identity" = "orders"."identities"."identity"
  group by "orders"."identities"."identity"
) as "counted"
where (
  "orders"."identities"."identity" = "counted"."identity"
  and "orders"."identities"."is_shared" <> "counted"."is_shared"
);
