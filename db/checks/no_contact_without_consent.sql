-- Nobody is in an extract with a contact but without consent.
select a.audience, a.customer_key
from publish.audience_members a
join orders.customers c using (customer_key)
where a.night = :night and a.exclusion is null
  and c.has_consent is not true
  and (c.email is not null or c.phone is not null
    or c.first_name is not null or c.last_name is not null)
