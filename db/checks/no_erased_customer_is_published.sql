-- No erased customer, nor one who shares an identifier with an erased one, is published afterwards.
select m.audience, m.customer_key
from audiences.members m
join orders.customers c using (customer_key)
where m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
  and m.exclusion is null and c.is_erased
  and not exists (select from privacy.erasures where last_night >= :night)
