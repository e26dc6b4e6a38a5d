insert into "audiences"."destinations" (
  "night",
  "audience",
  "destination",
  "position",
  "purpose",
  "channel",
  "published",
  "channel_opted_out",
  "no_consent"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?
)
returning "audiences"."destinations"."night", "audiences"."destinations"."audience", "audiences"."destinations"."destination";
