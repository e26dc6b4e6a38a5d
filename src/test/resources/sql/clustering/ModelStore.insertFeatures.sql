insert into "clustering"."features" (
  "night",
  "is_proposed",
  "feature",
  "position",
  "transform",
  "fill",
  "missing",
  "low",
  "high",
  "centre",
  "spread",
  "is_spread_stand_in"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  ?, 
  cast(? as double precision), 
  ?, 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  cast(? as double precision), 
  ?
);
