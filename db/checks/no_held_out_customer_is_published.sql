-- No customer is published who is held out, from all audiences or from this one. Customers erased
-- since were assigned by another key.
select m.audience, m.customer_key
from audiences.audiences a
join audiences.members m on m.audience = a.audience
  and m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
where a.night = :night and m.exclusion is null
  and (a.global_holdout_percent > 0
      and audiences.bucket(a.global_holdout_salt, m.customer_key) < 100 * a.global_holdout_percent
    or a.holdout_percent > 0
      and audiences.bucket(a.holdout_salt, m.customer_key) < 100 * a.holdout_percent)
  and not exists (
    select from privacy.erasures e where e.pseudonym = m.customer_key and e.last_night >= a.night
  )
