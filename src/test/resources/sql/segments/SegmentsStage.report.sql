select count(*)
from "segments"."profiles"
where (
  "segments"."profiles"."night" = cast(? as date)
  and "segments"."profiles"."customers" > ?
);
