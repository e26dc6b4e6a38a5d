-- Any features, transforms and scalings; every quality of every k.

alter table clustering.models add population text not null default 'all';
alter table clustering.models add scaling text not null default 'z-score';
alter table clustering.models add criterion text not null default 'simplified-silhouette';
alter table clustering.models drop column simplified_silhouette;
comment on column clustering.models.population is 'Who is clustered: all scored customers, buyers (monetary value above zero), or segment: and its name.';
comment on column clustering.models.scaling is 'How the features are scaled: z-score, robust or min-max.';
comment on column clustering.models.criterion is 'Quality by which k was chosen.';

alter table clustering.features rename mean to centre;
alter table clustering.features rename standard_deviation to spread;
alter table clustering.features add position integer;
update clustering.features set position = case feature when 'recency' then 1 when 'frequency' then 2 else 3 end;
alter table clustering.features alter position set not null;
alter table clustering.features add fill double precision not null default 0;
alter table clustering.features add missing bigint not null default 0;
alter table clustering.features add low double precision;
alter table clustering.features add high double precision;
alter table clustering.features add is_spread_stand_in boolean not null default false;
comment on table clustering.features is 'One row per night and feature: how its values were made comparable.';
comment on column clustering.features.feature is 'Name of the feature; attribute=value for a share.';
comment on column clustering.features.transform is 'Transform before scaling: none, log1p, winsorise or rank.';
comment on column clustering.features.centre is 'What becomes 0 after the transform: mean, median or least, by the scaling.';
comment on column clustering.features.spread is 'What becomes 1 after the transform: population standard deviation, distance of the quartiles or range; 0 for a feature that is the same for all.';
comment on column clustering.features.position is 'Place among the features, 1 for the first.';
comment on column clustering.features.fill is 'Value that stands in for missing ones, in business units: the median of the others.';
comment on column clustering.features.missing is 'Customers whose value is not known or not finite.';
comment on column clustering.features.low is 'What winsorise raises lower values to, in business units; null for other transforms.';
comment on column clustering.features.high is 'What winsorise lowers higher values to, in business units; null for other transforms.';
comment on column clustering.features.is_spread_stand_in is 'Whether the quartiles are equal, so that robust scaling took the standard deviation.';

alter table clustering.quality add davies_bouldin double precision;
alter table clustering.quality add calinski_harabasz double precision;
alter table clustering.quality add bic double precision;
alter table clustering.quality add elbow double precision;
alter table clustering.quality add silhouette double precision;
alter table clustering.quality add sample integer not null default 0;
alter table clustering.quality add iterations integer not null default 0;
alter table clustering.quality add is_chosen boolean not null default false;
update clustering.quality q set is_chosen = true from clustering.models m where m.night = q.night and m.k = q.k;
comment on column clustering.quality.davies_bouldin is 'Davies-Bouldin index; lower is better; null where k is 1.';
comment on column clustering.quality.calinski_harabasz is 'Calinski-Harabasz index; higher is better; null where k is 1 or all customers.';
comment on column clustering.quality.bic is 'Bayesian information criterion, one variance for all clusters; higher is better; null where it is not defined.';
comment on column clustering.quality.elbow is 'How far the inertia lies below the straight line from the least to the greatest k tried, both axes taken from 0 to 1; higher is better; null where fewer than three k were tried.';
comment on column clustering.quality.silhouette is 'Mean exact silhouette of a sample of customers, -1 to 1; null where k is 1.';
comment on column clustering.quality.sample is 'Customers in that sample.';
comment on column clustering.quality.iterations is 'Iterations of the start that was kept.';
comment on column clustering.quality.is_chosen is 'Whether it is the best by the criterion.';

create table clustering.centroid_values (
  night date not null,
  cluster integer not null,
  feature text not null,
  scaled double precision not null,
  value double precision,
  primary key (night, cluster, feature),
  foreign key (night, cluster) references clustering.centroids on delete cascade
);
comment on table clustering.centroid_values is 'One row per night, cluster and feature: the centre of the cluster.';
comment on column clustering.centroid_values.night is 'The business date.';
comment on column clustering.centroid_values.cluster is 'Number of the cluster.';
comment on column clustering.centroid_values.feature is 'Name of the feature.';
comment on column clustering.centroid_values.scaled is 'The centroid, in scaled features.';
comment on column clustering.centroid_values.value is 'Median of the members in business units, for nights of older versions the centroid''s; null where it is known of none.';

insert into clustering.centroid_values
select c.night, c.cluster, f.feature,
  case when f.spread = 0 then 0 else (ln(1 + v.value) - f.centre) / f.spread end, v.value
from clustering.centroids c
cross join lateral (values
  ('recency', c.recency_days), ('frequency', c.orders_count), ('monetary', c.net_value)
) v (feature, value)
join clustering.features f on f.night = c.night and f.feature = v.feature;
alter table clustering.centroids drop column recency_days;
alter table clustering.centroids drop column orders_count;
alter table clustering.centroids drop column net_value;
comment on table clustering.centroids is 'One row per night and cluster.';
comment on column clustering.centroids.cluster is 'Number of the cluster.';
comment on table clustering.members is 'One row per clustered customer per night.';
