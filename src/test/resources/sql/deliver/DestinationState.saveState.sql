insert into "deliver"."states" (
  "destination",
  "audience",
  "night",
  "customers",
  "columns"
)
values (
  ?, 
  ?, 
  cast(? as date), 
  ?, 
  cast(
    ?
    as text[]
  )
)
on conflict ("destination", "audience")
do update
set
  "destination" = excluded."destination",
  "audience" = excluded."audience",
  "night" = excluded."night",
  "customers" = excluded."customers",
  "columns" = excluded."columns"
returning "deliver"."states"."destination", "deliver"."states"."audience";

insert into "deliver"."states" (
  "destination",
  "audience",
  "night",
  "customers",
  "columns",
  "previous_night",
  "previous_customers",
  "begun_since",
  "begun_night",
  "begun_hash"
)
values (
  ?, 
  ?, 
  cast(? as date), 
  ?, 
  cast(
    ?
    as text[]
  ), 
  cast(? as date), 
  ?, 
  cast(? as date), 
  cast(? as date), 
  ?
)
on conflict ("destination", "audience")
do update
set
  "destination" = excluded."destination",
  "audience" = excluded."audience",
  "night" = excluded."night",
  "customers" = excluded."customers",
  "columns" = excluded."columns",
  "previous_night" = excluded."previous_night",
  "previous_customers" = excluded."previous_customers",
  "begun_since" = excluded."begun_since",
  "begun_night" = excluded."begun_night",
  "begun_hash" = excluded."begun_hash"
returning "deliver"."states"."destination", "deliver"."states"."audience";
