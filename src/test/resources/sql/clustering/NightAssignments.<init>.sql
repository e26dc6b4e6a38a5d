create temporary table "tonight" (customer_key text not null, place integer not null, distance double precision not null) on commit drop;
