insert into "clustering"."nights" (
  "night",
  "decision",
  "adjusted_rand_index",
  "compared_customers",
  "moved_customers",
  "other_customers",
  "naming"
)
values (
  cast(? as date), 
  ?, 
  cast(? as double precision), 
  ?, 
  ?, 
  ?, 
  ?
);
