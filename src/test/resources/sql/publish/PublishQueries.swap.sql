delete from "publish"."customer_segments";

insert into "publish"."publications" ("night", "revision", "published_at")
values (
  cast(? as date), 
  ?, 
  cast(? as timestamp(6) with time zone)
)
on conflict ("night")
do update
set
  "night" = excluded."night",
  "revision" = excluded."revision",
  "published_at" = excluded."published_at";
