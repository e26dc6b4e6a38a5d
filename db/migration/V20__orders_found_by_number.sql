-- The index of the parts by order begins with the number, by which orders differ: it is built in less time.

drop index orders.order_parts_by_order;
create index order_parts_by_order on orders.order_parts (order_number, source);
