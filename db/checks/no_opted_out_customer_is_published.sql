-- No customer is published who opted out of all marketing or of the audience's channel.
select m.audience, m.customer_key
from audiences.audiences a
join audiences.members m on m.audience = a.audience
  and m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
left join orders.customers c using (customer_key)
where a.night = :night and m.exclusion is null
  and (c.is_opted_out is not false
    or exists (
      select from orders.refusals o
      where o.customer_key = m.customer_key and o.kind = 'channel' and a.channel in (o.name, 'any')
    ))
