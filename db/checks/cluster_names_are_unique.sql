-- No two clusters of a night have the same name, and each has one.
select name, count(*) as clusters
from clustering.centroids
where night = :night and not is_proposed
group by name
having count(*) > 1 or name = ''
