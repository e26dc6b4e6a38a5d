delete from "rfm"."nights"
where "rfm"."nights"."night" = cast(? as date);

insert into "rfm"."nights" (
  "night",
  "build",
  "definition",
  "run",
  "first_day",
  "frequency_counts",
  "monetary_value"
)
values (
  cast(? as date), 
  coalesce(
    (
      select max("orders"."customers"."build")
      from "orders"."customers"
    ),
    0
  ), 
  ?, 
  nextval('"rfm"."runs"'), 
  cast(? as date), 
  ?, 
  ?
);
