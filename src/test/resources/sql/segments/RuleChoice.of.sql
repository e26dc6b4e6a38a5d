select
  "segments"."rules"."night",
  "segments"."rules"."position",
  "segments"."rules"."segment",
  "segments"."rules"."rule",
  "segments"."rules"."cells",
  "segments"."rules"."conditions"
from "segments"."rules"
where "segments"."rules"."night" = cast(? as date)
order by "segments"."rules"."position";
