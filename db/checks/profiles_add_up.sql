-- The profiles' customers and revenue are those of all customers.
select p.customers, s.customers as customers_scored, p.revenue, s.revenue as revenue_scored
from (
  select coalesce(sum(customers), 0) as customers, coalesce(sum(revenue), 0) as revenue
  from segments.profiles where night = :night
) p
cross join (
  select count(*) as customers, coalesce(sum(net_value), 0) as revenue
  from rfm.scores where night = :night
) s
where p.customers <> s.customers or p.revenue <> s.revenue
