-- The customers of the clusters, counted by clusters and by members, are those of the model.
select o.customers, c.customers as customers_of_clusters, m.customers as members
from clustering.models o
cross join lateral (
  select coalesce(sum(customers), 0) as customers from clustering.centroids where night = o.night
) c
cross join lateral (
  select count(*) as customers from clustering.members where night = o.night
) m
where o.night = :night and (o.customers <> c.customers or o.customers <> m.customers)
