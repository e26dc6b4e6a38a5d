-- The profiles count the members of each cluster, and every member is in a cluster with a profile.
select cluster, p.customers, m.customers as members
from (select cluster, customers from clustering.profiles where night = :night) p
full join (
  select cluster, count(*) as customers from clustering.members
  where valid_from <= :night and (valid_to is null or valid_to > :night)
  group by cluster
) m using (cluster)
where p.customers is distinct from coalesce(m.customers, 0)
