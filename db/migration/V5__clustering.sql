create schema clustering;

create table clustering.models (
  night date primary key,
  algorithm text not null,
  k integer not null,
  seed bigint not null,
  starts integer not null,
  customers bigint not null,
  inertia double precision not null,
  simplified_silhouette double precision
);
comment on table clustering.models is 'One row per night: the k-means model; none for a night with nobody to cluster.';
comment on column clustering.models.night is 'The business date.';
comment on column clustering.models.algorithm is 'Algorithm and its library.';
comment on column clustering.models.k is 'Number of clusters.';
comment on column clustering.models.seed is 'Seed of the first start; each further start adds one.';
comment on column clustering.models.starts is 'k-means++ starts, of which the one with the least inertia is kept.';
comment on column clustering.models.customers is 'Customers clustered.';
comment on column clustering.models.inertia is 'Sum of squared distances to the nearest centroid, in scaled features.';
comment on column clustering.models.simplified_silhouette is 'Mean simplified silhouette, -1 to 1; null where k is 1.';

create table clustering.features (
  night date not null references clustering.models on delete cascade,
  feature text not null,
  transform text not null,
  mean double precision not null,
  standard_deviation double precision not null,
  primary key (night, feature)
);
comment on table clustering.features is 'One row per night and feature: the scaler.';
comment on column clustering.features.night is 'The business date.';
comment on column clustering.features.feature is 'recency, frequency or monetary.';
comment on column clustering.features.transform is 'Transform before scaling.';
comment on column clustering.features.mean is 'Mean of the transformed feature.';
comment on column clustering.features.standard_deviation is 'Population standard deviation of the transformed feature; 0 for a constant one.';

create table clustering.quality (
  night date not null references clustering.models on delete cascade,
  k integer not null,
  inertia double precision not null,
  simplified_silhouette double precision,
  primary key (night, k)
);
comment on table clustering.quality is 'One row per night and k that was tried.';
comment on column clustering.quality.night is 'The business date.';
comment on column clustering.quality.k is 'Number of clusters tried.';
comment on column clustering.quality.inertia is 'Least inertia of its starts.';
comment on column clustering.quality.simplified_silhouette is 'Mean simplified silhouette, -1 to 1; null where k is 1.';

create table clustering.centroids (
  night date not null references clustering.models on delete cascade,
  cluster integer not null,
  customers bigint not null,
  recency_days double precision not null,
  orders_count double precision not null,
  net_value double precision not null,
  primary key (night, cluster)
);
comment on table clustering.centroids is 'One row per night and cluster: its centroid in business units.';
comment on column clustering.centroids.night is 'The business date.';
comment on column clustering.centroids.cluster is 'Number of the cluster, 1 for the centroid with the highest value.';
comment on column clustering.centroids.customers is 'Customers in the cluster.';
comment on column clustering.centroids.recency_days is 'Recency of the centroid in days.';
comment on column clustering.centroids.orders_count is 'Frequency of the centroid in orders.';
comment on column clustering.centroids.net_value is 'Monetary value of the centroid in the business currency.';

create table clustering.members (
  night date not null references clustering.models on delete cascade,
  customer_key text not null,
  cluster integer not null,
  distance double precision not null,
  primary key (night, customer_key)
);
comment on table clustering.members is 'One row per scored customer per night.';
comment on column clustering.members.night is 'The business date.';
comment on column clustering.members.customer_key is 'PII. Key of the customer.';
comment on column clustering.members.cluster is 'Number of the cluster.';
comment on column clustering.members.distance is 'Distance to the centroid, in scaled features.';
