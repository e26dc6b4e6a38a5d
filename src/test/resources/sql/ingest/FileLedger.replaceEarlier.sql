update "ingest"."files"
set
  "verdict" = ?,
  "replaced_by" = ?
where (
  "ingest"."files"."source" = ?
  and "ingest"."files"."name" = ?
  and "ingest"."files"."verdict" = ?
  and "ingest"."files"."file_id" <> ?
);
