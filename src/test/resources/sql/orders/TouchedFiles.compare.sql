select
  "ingest"."sources"."source",
  "ingest"."sources"."feed",
  "ingest"."sources"."returns",
  "ingest"."sources"."return_prefix",
  "ingest"."sources"."return_statuses",
  "ingest"."sources"."is_negative_quantity_return",
  "ingest"."sources"."kept_statuses",
  "ingest"."sources"."duplicates",
  "ingest"."sources"."zone",
  "ingest"."sources"."is_required",
  "ingest"."sources"."expected_by",
  "ingest"."sources"."has_country",
  "ingest"."sources"."has_attributes",
  "ingest"."sources"."is_free_line_counted",
  "ingest"."sources"."has_line_ids",
  "ingest"."sources"."has_refunds",
  "ingest"."sources"."is_total_once",
  "ingest"."sources"."is_refund_once"
from "ingest"."sources"
where (
  "ingest"."sources"."feed" in (
    ?, ?
  )
  or "ingest"."sources"."feed" = ?
);

select "ingest"."files"."file_id", "ingest"."files"."source", "ingest"."files"."lines_loaded"
from "ingest"."files"
where (
  "ingest"."files"."verdict" = ?
  and "ingest"."files"."source" in (
    ?, ?, ?
  )
)
order by "ingest"."files"."file_id";
