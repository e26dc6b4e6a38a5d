-- In an exclusive group, a customer is published only in the audience of highest priority.
select a.audience, m.customer_key, o.audience as before
from audiences.audiences a
join audiences.audiences o on o.night = a.night and o.exclusive_group = a.exclusive_group
  and o.priority > a.priority
join audiences.members m on m.audience = a.audience
  and m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
join audiences.members n on n.audience = o.audience and n.customer_key = m.customer_key
  and n.valid_from <= :night and (n.valid_to is null or n.valid_to > :night)
where a.night = :night and m.exclusion is null
