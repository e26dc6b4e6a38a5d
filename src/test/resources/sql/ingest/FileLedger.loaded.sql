update "ingest"."files"
set
  "verdict" = ?,
  "lines_rejected" = ?,
  "lines_read" = ?,
  "layout" = ?,
  "columns" = cast(
    ?
    as text[]
  ),
  "lines_loaded" = ?
where "ingest"."files"."file_id" = ?;
