-- Where there is a model of all scored customers, each of them has a cluster that the model knows.
select s.customer_key, m.cluster
from clustering.models o
join rfm.scores s on s.night = o.night and s.standing = 'scored'
left join clustering.members m on m.customer_key = s.customer_key
  and m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
left join clustering.centroids c on c.night = o.night and not c.is_proposed and c.cluster = m.cluster
where o.night = :night and not o.is_proposed and o.population = 'all' and c.cluster is null
