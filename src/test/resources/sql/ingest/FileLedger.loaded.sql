update "ingest"."files"
set
  "verdict" = ?,
  "lines_read" = ?,
  "lines_rejected" = ?,
  "layout" = ?,
  "columns" = cast(
    ?
    as text[]
  ),
  "lines_loaded" = ?,
  "latest_day" = cast(? as date),
  "notes" = cast(
    ?
    as text[]
  )
where "ingest"."files"."file_id" = ?;
