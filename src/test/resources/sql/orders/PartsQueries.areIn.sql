select "ingest"."files"."file_id"
from "ingest"."files"
where "ingest"."files"."file_id" not in (?)
fetch next ? rows only;
