insert into "deliver"."changes" (
  "night",
  "destination",
  "audience",
  "since",
  "customers_before",
  "customers",
  "added",
  "changed",
  "removed",
  "replaced",
  "refused",
  "is_declared",
  "stopped_for"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?
)
on conflict ("night", "destination", "audience")
do update
set
  "night" = excluded."night",
  "destination" = excluded."destination",
  "audience" = excluded."audience",
  "since" = excluded."since",
  "customers_before" = excluded."customers_before",
  "customers" = excluded."customers",
  "added" = excluded."added",
  "changed" = excluded."changed",
  "removed" = excluded."removed",
  "replaced" = excluded."replaced",
  "refused" = excluded."refused",
  "is_declared" = excluded."is_declared",
  "stopped_for" = excluded."stopped_for";
