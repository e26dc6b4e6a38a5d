update "orders"."customers"
set
  "is_opted_out" = ("orders"."customers"."customer_key" in (
    select "orders"."refusals"."customer_key"
    from "orders"."refusals"
    where "orders"."refusals"."kind" = ?
  ))
where "orders"."customers"."is_opted_out" <> ("orders"."customers"."customer_key" in (
  select "orders"."refusals"."customer_key"
  from "orders"."refusals"
  where "orders"."refusals"."kind" = ?
));
