select
  "histories"."repeat_days",
  "histories"."last_ordered_on" - "histories"."first_ordered_on",
  date '2025-01-30' - "histories"."first_ordered_on",
  count(*)
from "histories"
group by
  "histories"."repeat_days",
  "histories"."last_ordered_on" - "histories"."first_ordered_on",
  date '2025-01-30' - "histories"."first_ordered_on"
order by
  "histories"."repeat_days",
  "histories"."last_ordered_on" - "histories"."first_ordered_on",
  date '2025-01-30' - "histories"."first_ordered_on";

select
  "histories"."repeat_days",
  "histories"."last_ordered_on" - "histories"."first_ordered_on",
  date '2025-01-31' - "histories"."first_ordered_on",
  count(*)
from "histories"
group by
  "histories"."repeat_days",
  "histories"."last_ordered_on" - "histories"."first_ordered_on",
  date '2025-01-31' - "histories"."first_ordered_on"
order by
  "histories"."repeat_days",
  "histories"."last_ordered_on" - "histories"."first_ordered_on",
  date '2025-01-31' - "histories"."first_ordered_on";
