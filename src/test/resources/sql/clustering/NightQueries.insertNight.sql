insert into "clustering"."nights" ("night", "decision", "adjusted_rand_index", "naming")
values (
  cast(? as date), 
  ?, 
  cast(? as double precision), 
  ?
);
