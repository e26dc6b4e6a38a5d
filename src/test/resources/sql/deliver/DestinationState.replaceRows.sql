delete from "deliver"."sent_rows"
where (
  "deliver"."sent_rows"."destination" = ?
  and "deliver"."sent_rows"."audience" = ?
  and "deliver"."sent_rows"."removed_on" < cast(? as date)
);
