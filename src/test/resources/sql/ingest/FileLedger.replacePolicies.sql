insert into "ingest"."sources" (
  "source",
  "feed",
  "returns",
  "return_prefix",
  "return_statuses",
  "is_negative_quantity_return",
  "kept_statuses",
  "duplicates",
  "zone",
  "is_required",
  "expected_by",
  "has_country",
  "has_attributes",
  "is_free_line_counted",
  "has_line_ids",
  "has_refunds",
  "is_total_once",
  "is_refund_once"
)
values (
  ?, 
  ?, 
  ?, 
  ?, 
  cast(
    ?
    as text[]
  ), 
  ?, 
  cast(
    ?
    as text[]
  ), 
  ?, 
  ?, 
  ?, 
  cast(? as time(6)), 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?
)
on conflict ("source")
do update
set
  "source" = ?,
  "feed" = ?,
  "returns" = ?,
  "return_prefix" = ?,
  "return_statuses" = cast(
    ?
    as text[]
  ),
  "is_negative_quantity_return" = ?,
  "kept_statuses" = cast(
    ?
    as text[]
  ),
  "duplicates" = ?,
  "zone" = ?,
  "is_required" = ?,
  "expected_by" = cast(? as time(6)),
  "has_country" = ?,
  "has_attributes" = ?,
  "is_free_line_counted" = ?,
  "has_line_ids" = ?,
  "has_refunds" = ?,
  "is_total_once" = ?,
  "is_refund_once" = ?;
