-- Every scored customer has one segment, and nobody else has one.
select s.customer_key as customer_of_scores, m.customer_key as customer_of_segments
from (select customer_key from rfm.scores where night = :night) s
full join (
  select customer_key from segments.memberships
  where valid_from <= :night and (valid_to is null or valid_to > :night)
) m using (customer_key)
where s.customer_key is null or m.customer_key is null
