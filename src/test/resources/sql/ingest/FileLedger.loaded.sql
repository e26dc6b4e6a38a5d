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
  "lines_loaded" = ?
where "ingest"."files"."file_id" = ?;
