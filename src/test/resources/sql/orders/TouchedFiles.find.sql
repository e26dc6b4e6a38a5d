select
  "orders"."files"."file_id",
  "orders"."files"."source",
  "orders"."files"."night",
  "orders"."files"."policy",
  "orders"."files"."lines_loaded",
  "orders"."files"."last_day"
from "orders"."files";
