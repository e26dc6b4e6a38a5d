insert into "rfm"."fits" (
  "night",
  "metric",
  "rule",
  "bins",
  "direction",
  "fitted_on",
  "lowest",
  "impossible"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  ?, 
  cast(? as date), 
  ?, 
  cast(
    ?
    as int[]
  )
);

insert into "rfm"."cut_points" (
  "night",
  "metric",
  "within",
  "position",
  "value",
  "tie_key",
  "is_inclusive"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  cast(? as double precision), 
  ?, 
  ?
), (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  cast(? as double precision), 
  ?, 
  ?
), (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  cast(? as double precision), 
  ?, 
  ?
), (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  cast(? as double precision), 
  ?, 
  ?
);
