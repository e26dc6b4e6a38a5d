select "ingest"."files"."source"
from "ingest"."files"
where (
  false
  and "ingest"."files"."verdict" = ?
)
group by "ingest"."files"."source"
having count(*) > ?;
