select
  "deliver"."extracts"."night",
  "deliver"."extracts"."destination",
  "deliver"."extracts"."audience",
  "deliver"."extracts"."path",
  "deliver"."extracts"."bytes",
  "deliver"."extracts"."lines",
  "deliver"."extracts"."content_hash",
  "deliver"."extracts"."delivered_at",
  "deliver"."extracts"."revision",
  "deliver"."extracts"."warnings"
from "deliver"."extracts"
where (
  "deliver"."extracts"."night" = cast(? as date)
  and "deliver"."extracts"."destination" = ?
  and "deliver"."extracts"."audience" = ?
);
