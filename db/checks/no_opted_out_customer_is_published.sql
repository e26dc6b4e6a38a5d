-- No customer is published who opted out of all marketing, or at a destination of a channel that
-- the customer refused.
select m.audience, d.destination, m.customer_key
from audiences.audiences a
join audiences.destinations d using (night, audience)
join audiences.members m on m.audience = a.audience
  and m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
left join orders.customers c on c.customer_key = m.customer_key
left join audiences.destination_exclusions x on x.customer_key = m.customer_key
  and x.audience = m.audience and x.destination = d.destination
  and x.valid_from <= :night and (x.valid_to is null or x.valid_to > :night)
where a.night = :night and m.exclusion is null and x.exclusion is null
  and (c.is_opted_out is not false
    or exists (
      select from orders.refusals o
      where o.customer_key = m.customer_key and o.kind = 'channel' and d.channel in (o.name, 'any')
    ))
