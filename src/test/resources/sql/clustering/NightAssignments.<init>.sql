create temporary table "tonight" (customer_key text not null, place integer not null) on commit drop;
