select exists (
  select 1 as "one"
  from "segments"."nights"
  where (
    "segments"."nights"."night" = cast(? as date)
    and "segments"."nights"."definition" not in (
      ?, ?
    )
  )
);
