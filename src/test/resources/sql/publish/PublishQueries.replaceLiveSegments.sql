delete from "publish"."segments";

insert into "publish"."segments" (
  "segment",
  "night",
  "position",
  "description",
  "action",
  "customers",
  "revenue",
  "channel",
  "offer"
)
select
  "segments"."segments"."segment",
  "segments"."segments"."night",
  "segments"."segments"."position",
  "segments"."segments"."description",
  "segments"."segments"."action",
  "segments"."profiles"."customers",
  "segments"."profiles"."revenue",
  "segments"."segments"."channel",
  "segments"."segments"."offer"
from "segments"."segments"
  join "segments"."profiles"
    on (
      "segments"."profiles"."night" = "segments"."segments"."night"
      and "segments"."profiles"."segment" = "segments"."segments"."segment"
    )
where "segments"."segments"."night" = cast(? as date);
