select
  "ingest"."files"."source",
  "ingest"."suppressions"."channel",
  count(*)
from "ingest"."suppressions"
  join "ingest"."files"
    on (
      "ingest"."files"."file_id" = "ingest"."suppressions"."file_id"
      and "ingest"."files"."night" = cast(? as date)
    )
where (
  "ingest"."suppressions"."channel" is not null
  and "ingest"."suppressions"."channels" is null
)
group by "ingest"."files"."source", "ingest"."suppressions"."channel"
order by
  count(*) desc,
  "ingest"."suppressions"."channel";
