insert into "orders"."identities" ("identity", "customer_key", "is_national", "is_shared")
select distinct
  "found_identities"."identity",
  "found_identities"."customer_key",
  "found_identities"."is_national",
  (min("found_identities"."customer_key") over (partition by "found_identities"."identity") <> max("found_identities"."customer_key") over (partition by "found_identities"."identity"))
from "found_identities";
