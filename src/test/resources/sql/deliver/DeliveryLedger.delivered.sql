insert into "deliver"."extracts" (
  "night",
  "destination",
  "audience",
  "path",
  "bytes",
  "lines",
  "content_hash",
  "delivered_at",
  "revision",
  "warnings"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  cast(? as timestamp(6) with time zone), 
  ?, 
  cast(
    ?
    as text[]
  )
)
on conflict ("night", "destination", "audience")
do update
set
  "night" = excluded."night",
  "destination" = excluded."destination",
  "audience" = excluded."audience",
  "path" = excluded."path",
  "bytes" = excluded."bytes",
  "lines" = excluded."lines",
  "content_hash" = excluded."content_hash",
  "delivered_at" = excluded."delivered_at",
  "revision" = excluded."revision",
  "warnings" = excluded."warnings"
returning "deliver"."extracts"."night", "deliver"."extracts"."destination", "deliver"."extracts"."audience";
