delete from "deliver"."changes"
where (
  "deliver"."changes"."night" = cast(? as date)
  and ("deliver"."changes"."destination", "deliver"."changes"."audience") not in ((?, ?))
);
