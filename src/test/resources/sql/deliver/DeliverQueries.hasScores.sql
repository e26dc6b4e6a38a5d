select exists (
  select 1 as "one"
  from "rfm"."scores"
  where "rfm"."scores"."night" = cast(? as date)
);
