insert into "deliver"."sent_rows" (
  "destination",
  "audience",
  "customer_key",
  "sent_on",
  "begun",
  "fingerprint",
  "cells"
)
select
  'generic-csv',
  'everybody',
  "differences"."customer_key",
  date '2025-01-30',
  0,
  "differences"."fingerprint",
  "tonight"."cells"
from "differences"
  join "tonight"
    on (
      "tonight"."customer_key" = "differences"."customer_key"
      and "tonight"."fingerprint" = "differences"."fingerprint"
    )
where "differences"."is_add";

insert into "deliver"."sent_rows" (
  "destination",
  "audience",
  "customer_key",
  "sent_on",
  "begun",
  "fingerprint",
  "cells"
)
select
  'generic-csv',
  'everybody',
  "differences"."customer_key",
  date '2025-01-31',
  0,
  "differences"."fingerprint",
  "tonight"."cells"
from "differences"
  join "tonight"
    on (
      "tonight"."customer_key" = "differences"."customer_key"
      and "tonight"."fingerprint" = "differences"."fingerprint"
    )
where (
  "differences"."is_add"
  and not exists (
    select 1 as "one"
    from "deliver"."sent_rows"
    where (
      "deliver"."sent_rows"."destination" = ?
      and "deliver"."sent_rows"."audience" = ?
      and "deliver"."sent_rows"."removed_on" is null
      and "deliver"."sent_rows"."customer_key" = "differences"."customer_key"
    )
  )
);
