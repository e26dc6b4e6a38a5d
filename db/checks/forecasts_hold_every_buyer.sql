-- A night with a forecast has one for every customer with an order, and it says nothing impossible.
select customer_key, probability_alive, expected_orders_90, expected_orders_365
from (
  select customer_key, first_ordered_on from rfm.metrics
  where valid_from <= :night and (valid_to is null or valid_to > :night)
) m
full join (
  select customer_key, probability_alive, expected_orders_90, expected_orders_365
  from forecast.customers where night = :night
) f using (customer_key)
where exists (select from forecast.nights where night = :night and r is not null)
  and ((m.first_ordered_on is null) <> (f.probability_alive is null)
    or f.probability_alive not between 0 and 1
    or f.expected_orders_90 < 0
    or f.expected_orders_365 < f.expected_orders_90)
