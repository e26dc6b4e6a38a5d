select count(*) as "c"
from (
  select "segments"."nights"."definition"
  from "segments"."nights"
  where (
    "segments"."nights"."night" in (
      cast(? as date), cast(? as date)
    )
    and "segments"."nights"."definition" <> ?
  )
  group by "segments"."nights"."definition"
) as "t" ("v0");
