-- No customer is published who opted out of all marketing, or at a destination of a channel that
-- the customer refused. Those who refused are few, so they are looked for among the members.
with refused as (
  select customer_key, null as channel from orders.customers where is_opted_out
  union all
  select customer_key, name from orders.refusals where kind = 'channel'
)
select distinct m.audience, d.destination, m.customer_key
from refused r
join audiences.members m on m.customer_key = r.customer_key
  and m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
join audiences.destinations d on d.night = :night and d.audience = m.audience
left join audiences.destination_exclusions x on x.customer_key = m.customer_key
  and x.audience = m.audience and x.destination = d.destination
  and x.valid_from <= :night and (x.valid_to is null or x.valid_to > :night)
where m.exclusion is null and x.exclusion is null
  and (r.channel is null or d.channel in (r.channel, 'any'))
union all
-- Of members who are no customers, nobody knows what they refused.
select m.audience, null, m.customer_key
from audiences.members m
join audiences.audiences a on a.night = :night and a.audience = m.audience
where m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
  and m.exclusion is null
  and not exists (select from orders.customers c where c.customer_key = m.customer_key)
