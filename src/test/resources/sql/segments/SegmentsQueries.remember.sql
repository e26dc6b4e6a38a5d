insert into "segments"."nights" ("night", "map", "definition", "scoring_run")
values (
  cast(? as date), 
  ?, 
  ?, 
  (
    select "rfm"."nights"."run"
    from "rfm"."nights"
    where "rfm"."nights"."night" = cast(? as date)
  )
)
on conflict ("night")
do update
set
  "night" = excluded."night",
  "map" = excluded."map",
  "definition" = excluded."definition",
  "scoring_run" = excluded."scoring_run";
