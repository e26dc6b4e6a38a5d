update "fresh" as "fresh"
set
  "own_outcome" = "fresh"."outcome",
  "outcome" = 'superseded'
from "newest"
where (
  "newest"."source" = "fresh"."source"
  and "newest"."order_number" = "fresh"."order_number"
  and "fresh"."file_id" <> "newest"."file_id"
);
