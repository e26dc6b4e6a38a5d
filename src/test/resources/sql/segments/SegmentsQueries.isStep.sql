select exists (
  select 1 as "one"
  from "segments"."nights"
  where "segments"."nights"."night" = cast(? as date)
);

select exists (
  select 1 as "one"
  from "segments"."nights"
  where (
    "segments"."nights"."night" = cast(? as date)
    and "segments"."nights"."definition" = ?
    and "segments"."nights"."scoring_run" = (
      select "rfm"."nights"."run"
      from "rfm"."nights"
      where "rfm"."nights"."night" = (
        select max("earlier"."night")
        from "rfm"."nights" as "earlier"
        where "earlier"."night" < cast(? as date)
      )
    )
  )
);
