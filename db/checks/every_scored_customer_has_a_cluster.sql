-- Where there is a model of all scored customers, each of them has a cluster that the model knows.
select s.customer_key, m.cluster
from clustering.models o
join rfm.scores s on s.night = o.night and s.standing = 'scored'
left join clustering.members m on m.night = s.night and m.customer_key = s.customer_key
left join clustering.centroids c on c.night = m.night and c.cluster = m.cluster
where o.night = :night and o.population = 'all' and c.cluster is null
