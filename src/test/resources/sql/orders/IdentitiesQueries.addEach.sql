select "orders"."customers"."customer_key", "orders"."customers"."phone", "orders"."customers"."country"
from "orders"."customers"
  join "touched_customers"
    on "touched_customers"."customer_key" = "orders"."customers"."customer_key"
where (
  "orders"."customers"."phone" is not null
  and "orders"."customers"."country" is not null
  and not exists (
    select 1 as "one"
    from "ingest"."customer_records"
    where (
      "ingest"."customer_records"."customer_key" = "orders"."customers"."customer_key"
      and "ingest"."customer_records"."phone" = "orders"."customers"."phone"
      and "ingest"."customer_records"."country" = "orders"."customers"."country"
    )
  )
);

select "orders"."customers"."customer_key", "orders"."customers"."customer_key", "orders"."customers"."country"
from "orders"."customers"
  join "touched_customers"
    on "touched_customers"."customer_key" = "orders"."customers"."customer_key"
where ("orders"."customers"."customer_key" ~ ?);
