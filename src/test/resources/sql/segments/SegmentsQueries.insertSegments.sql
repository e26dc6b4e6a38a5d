insert into "segments"."segments" (
  "night",
  "segment",
  "position",
  "description",
  "action",
  "channel",
  "offer"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?
);
