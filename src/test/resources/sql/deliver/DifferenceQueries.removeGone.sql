update "deliver"."sent_rows"
set
  "removed_on" = cast(? as date)
from "differences"
where (
  "deliver"."sent_rows"."destination" = ?
  and "deliver"."sent_rows"."audience" = ?
  and "deliver"."sent_rows"."removed_on" is null
  and "deliver"."sent_rows"."customer_key" = "differences"."customer_key"
  and "deliver"."sent_rows"."fingerprint" = "differences"."fingerprint"
  and not ("differences"."is_add")
);
