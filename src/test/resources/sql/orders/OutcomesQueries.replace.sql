delete from "orders"."line_outcomes"
where "orders"."line_outcomes"."night" = cast(? as date);

insert into "orders"."line_outcomes" ("night", "source", "outcome", "lines")
select
  cast(? as date),
  "orders"."files"."source",
  "orders"."file_outcomes"."outcome",
  cast(
    sum("orders"."file_outcomes"."lines")
    as bigint
  )
from "orders"."file_outcomes"
  join "orders"."files"
    on "orders"."files"."file_id" = "orders"."file_outcomes"."file_id"
group by "orders"."files"."source", "orders"."file_outcomes"."outcome";

insert into "orders"."line_outcomes" ("night", "source", "outcome", "lines")
select
  cast(? as date),
  "orders"."files"."source",
  'rejected',
  cast(
    sum("ingest"."files"."lines_rejected")
    as bigint
  )
from "ingest"."files"
  join "orders"."files"
    on "orders"."files"."file_id" = "ingest"."files"."file_id"
  join "ingest"."sources"
    on (
      "ingest"."sources"."source" = "orders"."files"."source"
      and "ingest"."sources"."feed" in (
        ?, ?
      )
    )
group by "orders"."files"."source"
having sum("ingest"."files"."lines_rejected") > ?;
