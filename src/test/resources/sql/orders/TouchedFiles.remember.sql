delete from "orders"."files"
where "orders"."files"."file_id" in (?);

insert into "orders"."files" (
  "file_id",
  "source",
  "night",
  "policy",
  "lines_loaded",
  "last_day"
)
select
  "ingest"."files"."file_id",
  "ingest"."files"."source",
  cast(? as date),
  ?,
  "ingest"."files"."lines_loaded",
  max("orders"."order_parts"."booked_on")
from "ingest"."files"
  left outer join "orders"."order_parts"
    on "orders"."order_parts"."file_id" = "ingest"."files"."file_id"
where "ingest"."files"."file_id" in (?)
group by "ingest"."files"."file_id";
