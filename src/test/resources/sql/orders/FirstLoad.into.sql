select indexname, indexdef from pg_indexes where schemaname = 'orders' and tablename = 'order_parts';

drop index "orders"."order_parts_by_order";

drop index "orders"."order_parts_by_day";

drop index "orders"."order_parts_by_file";

drop index "orders"."order_parts_later_by_customer";

drop index "orders"."order_parts_later_by_day";

drop index "orders"."order_parts_by_customer";

CREATE INDEX order_parts_by_order ON orders.order_parts USING btree (order_number, source);

CREATE INDEX order_parts_by_day ON orders.order_parts USING btree (ordered_on);

CREATE INDEX order_parts_by_file ON orders.order_parts USING btree (file_id);

CREATE INDEX order_parts_later_by_customer ON orders.order_parts USING btree (customer_key, booked_on) WHERE (booked_on <> ordered_on);

CREATE INDEX order_parts_later_by_day ON orders.order_parts USING btree (booked_on) WHERE (booked_on <> ordered_on);

CREATE INDEX order_parts_by_customer ON orders.order_parts USING btree (customer_key, ordered_on) INCLUDE (booked_on, outcome, is_return, is_order, is_order_kept, lines_count, units, value);

select indexname, indexdef from pg_indexes where schemaname = 'orders' and tablename = 'identities';

drop index "orders"."identities_once";

drop index "orders"."identities_by_customer";

drop index "orders"."identities_shared";

CREATE UNIQUE INDEX identities_once ON orders.identities USING btree (identity, customer_key, is_national);

CREATE INDEX identities_by_customer ON orders.identities USING btree (customer_key);

CREATE INDEX identities_shared ON orders.identities USING btree (identity) WHERE is_shared;
