create temporary table "found_identities"
on commit drop
as
select
  replace("each_identity", 'national:', 'number:') as "identity",
  "ingest"."customer_records"."customer_key",
  ("each_identity" like (replace(
    replace(
      replace(?, '!', '!!'),
      '%',
      '!%'
    ),
    '_',
    '!_'
  ) || '%') escape '!') as "is_national"
from "ingest"."customer_records"
  join "touched_customers"
    on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
  join "ingest"."files"
    on (
      "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
      and "ingest"."files"."verdict" in (
        ?, ?
      )
    )
  cross join unnest("ingest"."customer_records"."identities") each_identity
union all
select
  ('customer:' || lower(regexp_replace(normalize("orders"."customers"."customer_key", NFKC), '[\s\u00ad\u200b-\u200f\u2060\ufeff]+', '', 'g'))),
  "orders"."customers"."customer_key",
  false
from "orders"."customers"
  join "touched_customers"
    on "touched_customers"."customer_key" = "orders"."customers"."customer_key";

analyze found_identities;

select exists (
  select 1 as "one"
  from "orders"."identities"
);
