-- Every customer is scored, and nobody else.
select c.customer_key as customer_of_orders, s.customer_key as customer_of_scores
from orders.customers c
full join (select customer_key from rfm.scores where night = :night) s using (customer_key)
where c.customer_key is null or s.customer_key is null
