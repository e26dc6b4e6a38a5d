-- No customer is published at a destination without consent to the purpose that counts there. Customers known only by
-- their key can be, if the audience asks for consent of contacts only.
select m.audience, d.destination, m.customer_key
from (select distinct purpose from audiences.destinations where night = :night) p
join orders.customers c on coalesce((c.consents ->> p.purpose)::boolean, c.has_consent) is not true
join audiences.members m on m.customer_key = c.customer_key
  and m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
join audiences.audiences a on a.night = :night and a.audience = m.audience
join audiences.destinations d on d.night = a.night and d.audience = a.audience and d.purpose = p.purpose
left join audiences.destination_exclusions x on x.customer_key = m.customer_key
  and x.audience = m.audience and x.destination = d.destination
  and x.valid_from <= :night and (x.valid_to is null or x.valid_to > :night)
where m.exclusion is null and x.exclusion is null
  and (not a.is_consent_for_contacts_only
    or c.email is not null or c.phone is not null
    or c.first_name is not null or c.last_name is not null)
