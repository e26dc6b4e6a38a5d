select exists (
  select 1 as "one"
  from "rfm"."nights"
  where (
    "rfm"."nights"."night" = cast(? as date)
    and "rfm"."nights"."first_day" is not null
  )
);

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
