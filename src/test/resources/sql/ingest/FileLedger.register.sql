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
where (
  "ingest"."files"."source" = ?
  and "ingest"."files"."content_hash" = ?
  and "ingest"."files"."verdict" in (
    ?, ?
  )
);

select "pipeline"."night_turns"."turn"
from "pipeline"."night_turns"
for share;

insert into "ingest"."files" (
  "source",
  "name",
  "content_hash",
  "bytes",
  "landing_path",
  "night",
  "landed_at",
  "verdict",
  "is_withheld"
)
values (
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  cast(? as date), 
  cast(? as timestamp(6) with time zone), 
  ?, 
  ?
);
