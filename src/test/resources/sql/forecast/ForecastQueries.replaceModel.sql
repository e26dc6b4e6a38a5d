delete from "forecast"."nights"
where "forecast"."nights"."night" = cast(? as date);

select coalesce(
  max("orders"."customers"."build"),
  0
)
from "orders"."customers";

insert into "forecast"."nights" (
  "night",
  "customers",
  "repeat_buyers",
  "r",
  "alpha",
  "a",
  "b",
  "log_likelihood",
  "p",
  "q",
  "v",
  "value_log_likelihood",
  "problem",
  "build"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  ?, 
  ?
);
