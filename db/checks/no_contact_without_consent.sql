-- No customer is published at a destination without consent to the purpose that counts there. Customers known only by
-- their key can be, if the audience asks for consent of contacts only.
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
  and coalesce((c.consents ->> d.purpose)::boolean, c.has_consent) is not true
  and (not a.is_consent_for_contacts_only
    or c.email is not null or c.phone is not null
    or c.first_name is not null or c.last_name is not null)
