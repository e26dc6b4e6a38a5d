select
  "deliver"."exports"."export_id",
  "deliver"."exports"."action",
  "deliver"."exports"."night",
  "deliver"."exports"."revision",
  "deliver"."exports"."audience",
  "deliver"."exports"."destination",
  "deliver"."exports"."place",
  "deliver"."exports"."path",
  "deliver"."exports"."mode",
  "deliver"."exports"."lines",
  "deliver"."exports"."bytes",
  "deliver"."exports"."content_hash",
  "deliver"."exports"."expires_on",
  "deliver"."exports"."exported_by",
  "deliver"."exports"."database_role",
  "deliver"."exports"."recorded_at"
from "deliver"."exports"
where (
  "deliver"."exports"."export_id" in (
    select max("deliver"."exports"."export_id")
    from "deliver"."exports"
    where (
      "deliver"."exports"."destination" = ?
      and "deliver"."exports"."place" = ?
      and "deliver"."exports"."audience" = ?
    )
    group by "deliver"."exports"."place", "deliver"."exports"."path"
  )
  and "deliver"."exports"."action" = ?
);
