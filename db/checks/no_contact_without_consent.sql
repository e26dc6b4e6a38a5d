-- No customer is published without consent to the audience's purpose. Customers known only by
-- their key can be, if the audience asks for consent of contacts only.
select m.audience, m.customer_key
from audiences.audiences a
join audiences.members m on m.audience = a.audience
  and m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
left join orders.customers c using (customer_key)
where a.night = :night and m.exclusion is null
  and coalesce((c.consents ->> a.purpose)::boolean, c.has_consent) is not true
  and (not a.is_consent_for_contacts_only
    or c.email is not null or c.phone is not null
    or c.first_name is not null or c.last_name is not null)
