-- what a customer's orders add up to stands in the index: the rows lie as far apart as the orders' days
drop index orders.order_parts_by_customer;
create index order_parts_by_customer on orders.order_parts (customer_key, ordered_on)
  include (booked_on, outcome, is_return, is_order, is_order_kept, lines_count, units, value);
