delete from "orders"."refusals"
where not exists (
  select 1 as "one"
  from "spread"
  where (
    "spread"."customer_key" = "orders"."refusals"."customer_key"
    and "spread"."kind" = "orders"."refusals"."kind"
    and "spread"."name" = "orders"."refusals"."name"
    and (
      "spread"."kind" <> ?
      or "spread"."round" > ?
    )
  )
);

insert into "orders"."refusals" ("customer_key", "kind", "name")
select "spread"."customer_key", "spread"."kind", "spread"."name"
from "spread"
where (
  "spread"."kind" <> ?
  or "spread"."round" > ?
)
on conflict
do nothing;
