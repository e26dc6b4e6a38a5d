analyze "deliver"."sent_rows";
