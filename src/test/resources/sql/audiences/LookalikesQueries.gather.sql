create temporary table "lookalikes" (asked text not null, customer_key text not null) on commit drop;

analyze "lookalikes";
