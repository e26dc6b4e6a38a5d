select exists (
  select 1 as "one"
  from "rfm"."nights"
  where "rfm"."nights"."night" > cast(? as date)
);
