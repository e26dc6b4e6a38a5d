-- Where there is a model of everybody with an order, or with an order in the window, each of them
-- has a cluster that the model knows, and nobody else has one.
select customer_key, cluster
from (
  select s.customer_key, c.cluster, o.population = 'all' or s.standing = 'scored' as is_clustered, m.cluster as member
  from clustering.models o
  join rfm.scores s on s.night = o.night and s.standing in ('scored', 'lapsed')
  left join clustering.members m on m.customer_key = s.customer_key
    and m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
  left join clustering.centroids c on c.night = o.night and not c.is_proposed and c.cluster = m.cluster
  where o.night = :night and not o.is_proposed and o.population in ('all', 'buyers')
) customers
where (cluster is not null) <> is_clustered or (member is not null) <> is_clustered
