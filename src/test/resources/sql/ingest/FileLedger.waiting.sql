select
  "ingest"."files"."file_id",
  "ingest"."files"."source",
  "ingest"."files"."name",
  "ingest"."files"."content_hash",
  "ingest"."files"."bytes",
  "ingest"."files"."landing_path",
  "ingest"."files"."night",
  "ingest"."files"."landed_at",
  "ingest"."files"."verdict",
  "ingest"."files"."reason",
  "ingest"."files"."line_number",
  "ingest"."files"."lines_read",
  "ingest"."files"."lines_loaded",
  "ingest"."files"."lines_rejected",
  "ingest"."files"."layout",
  "ingest"."files"."columns",
  "ingest"."files"."replaced_by",
  "ingest"."files"."is_withheld",
  "ingest"."files"."latest_day",
  "ingest"."files"."notes"
from "ingest"."files"
where "ingest"."files"."verdict" = ?
order by "ingest"."files"."file_id";
