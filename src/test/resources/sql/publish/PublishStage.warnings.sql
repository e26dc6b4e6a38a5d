select
  "operations"."gate_results"."night",
  "operations"."gate_results"."gate",
  "operations"."gate_results"."subject",
  "operations"."gate_results"."kind",
  "operations"."gate_results"."revision",
  "operations"."gate_results"."value",
  "operations"."gate_results"."verdict",
  "operations"."gate_results"."finding",
  "operations"."gate_results"."measured_at"
from "operations"."gate_results"
where (
  "operations"."gate_results"."night" = cast(? as date)
  and "operations"."gate_results"."verdict" = ?
)
order by "operations"."gate_results"."gate", "operations"."gate_results"."subject";
