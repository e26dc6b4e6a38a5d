select "rfm"."nights"."night", "rfm"."nights"."build", "rfm"."nights"."definition", "rfm"."nights"."run"
from "rfm"."nights"
where "rfm"."nights"."night" = cast(? as date);

select exists (
  select 1 as "one"
  from "rfm"."fits"
  where (
    "rfm"."fits"."night" = cast(? as date)
    and "rfm"."fits"."direction" = ?
  )
);
