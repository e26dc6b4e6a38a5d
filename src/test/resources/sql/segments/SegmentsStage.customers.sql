select sum("segments"."moves"."customers")
from "segments"."moves"
where (
  "segments"."moves"."night" = cast(? as date)
  and "segments"."moves"."from_segment" <> "segments"."moves"."to_segment"
);

select sum("segments"."moves"."customers")
from "segments"."moves"
where (
  "segments"."moves"."night" = cast(? as date)
  and "segments"."moves"."direction" = ?
);

select sum("segments"."moves"."customers")
from "segments"."moves"
where (
  "segments"."moves"."night" = cast(? as date)
  and "segments"."moves"."to_segment" is not null
);
