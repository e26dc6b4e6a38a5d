select
  "audiences"."audiences"."audience",
  "audiences"."audiences"."segment",
  "audiences"."audiences"."description",
  coalesce("segments"."segments"."action", ''),
  coalesce("segments"."segments"."channel", "audiences"."audiences"."channel"),
  coalesce("segments"."segments"."offer", ''),
  "audiences"."audiences"."destinations",
  (
    "audiences"."audiences"."is_due"
    or "audiences"."audiences"."is_blocked"
  ),
  "audiences"."audiences"."is_blocked"
from "audiences"."audiences"
  left outer join "segments"."segments"
    on (
      "segments"."segments"."night" = "audiences"."audiences"."night"
      and "segments"."segments"."segment" = "audiences"."audiences"."segment"
    )
where "audiences"."audiences"."night" = cast(? as date)
order by "audiences"."audiences"."position";
