select
  "rfm"."fits"."night",
  "rfm"."fits"."metric",
  "rfm"."fits"."rule",
  "rfm"."fits"."bins",
  "rfm"."fits"."direction",
  "rfm"."fits"."fitted_on",
  "rfm"."fits"."lowest",
  "rfm"."fits"."impossible"
from "rfm"."fits"
where (
  "rfm"."fits"."night" = cast(? as date)
  and "rfm"."fits"."metric" = ?
);

select
  "rfm"."cut_points"."night",
  "rfm"."cut_points"."metric",
  "rfm"."cut_points"."position",
  "rfm"."cut_points"."value",
  "rfm"."cut_points"."within",
  "rfm"."cut_points"."tie_key",
  "rfm"."cut_points"."is_inclusive"
from "rfm"."cut_points"
where (
  "rfm"."cut_points"."night" = cast(? as date)
  and "rfm"."cut_points"."metric" = ?
)
order by "rfm"."cut_points"."position";
