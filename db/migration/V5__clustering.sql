-- Clusters that last: each night keeps the model that was in force, and perhaps a proposed one;
-- members are intervals of nights.

create schema clustering;

create table clustering.nights (
  night date primary key,
  decision text not null
    check (decision in ('first', 'redefined', 'refitted', 'kept', 'proposed', 'accepted', 'nobody')),
  adjusted_rand_index double precision,
  compared_customers bigint,
  moved_customers bigint,
  other_customers bigint not null,
  naming text not null
);
comment on table clustering.nights is 'One row per night: how it came by its clusters.';
comment on column clustering.nights.night is 'The business date.';
comment on column clustering.nights.decision is 'first (there was no model), redefined (the model in force could not be applied), refitted (a new model, with the old numbers and names; perhaps next to a proposed one that is better and differs), kept (the model in force), proposed (kept, next to a new one that differs too much), accepted (a model that was proposed before), nobody (no two different customers, so no model).';
comment on column clustering.nights.adjusted_rand_index is 'Agreement of a refitted model with the one in force before, both on the customers of this night, 1 for the same, about 0 for chance (Hubert and Arabie 1985); null for other decisions.';
comment on column clustering.nights.compared_customers is 'Customers with a cluster in this night and the one before; null if that had no such clusters.';
comment on column clustering.nights.moved_customers is 'Those of them who are in another cluster than before.';
comment on column clustering.nights.other_customers is 'Scored and lapsed customers who are not in the population.';
comment on column clustering.nights.naming is 'The rules by which clusters were named.';

create table clustering.models (
  night date not null references clustering.nights on delete cascade,
  algorithm text not null,
  k integer not null,
  seed bigint not null,
  starts integer not null,
  customers bigint not null,
  inertia double precision not null,
  silhouette double precision,
  population text not null,
  scaling text not null,
  criterion text not null,
  is_proposed boolean not null,
  fitted_on date not null,
  definition text not null,
  adjusted_rand_index double precision,
  primary key (night, is_proposed)
);
comment on table clustering.models is 'One row per night and model: the one in force, and where another was proposed, that too; none for a night with nobody to cluster.';
comment on column clustering.models.night is 'The business date.';
comment on column clustering.models.algorithm is 'Algorithm and its library.';
comment on column clustering.models.k is 'Number of clusters.';
comment on column clustering.models.seed is 'Seed of the first start; each further start adds one.';
comment on column clustering.models.starts is 'k-means++ starts, of which the one with the least inertia is kept.';
comment on column clustering.models.customers is 'Customers it was found on.';
comment on column clustering.models.inertia is 'Sum of squared distances to the nearest centroid, in scaled features, of the customers it was found on.';
comment on column clustering.models.silhouette is 'Mean exact silhouette of a sample of the customers it was found on, -1 to 1; null where k is 1.';
comment on column clustering.models.population is 'Who is clustered: buyers (customers with an order in the window), all scored customers, or segment: and its name.';
comment on column clustering.models.scaling is 'How the features are scaled: z-score, robust or min-max.';
comment on column clustering.models.criterion is 'Quality by which k was chosen.';
comment on column clustering.models.is_proposed is 'Whether it waits to be accepted.';
comment on column clustering.models.fitted_on is 'Night in which the model was found.';
comment on column clustering.models.definition is 'Population, scaling, features, transforms and metrics that it was made for.';
comment on column clustering.models.adjusted_rand_index is 'Agreement with the model that was in force when it was found, both on the customers of that night; null where there was none.';

create table clustering.features (
  night date not null,
  feature text not null,
  transform text not null,
  centre double precision not null,
  spread double precision not null,
  position integer not null,
  fill double precision not null,
  missing bigint not null,
  low double precision,
  high double precision,
  is_spread_stand_in boolean not null,
  is_proposed boolean not null,
  primary key (night, is_proposed, feature),
  foreign key (night, is_proposed) references clustering.models on delete cascade
);
comment on table clustering.features is 'One row per night, model and feature: how its values were made comparable.';
comment on column clustering.features.night is 'The business date.';
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
comment on column clustering.features.is_proposed is 'Whether the model waits to be accepted.';

create table clustering.centroids (
  night date not null,
  cluster integer not null,
  customers bigint not null,
  is_proposed boolean not null,
  position integer not null,
  name text not null,
  is_named_by_rule boolean not null,
  tier text,
  primary key (night, is_proposed, cluster),
  foreign key (night, is_proposed) references clustering.models on delete cascade
);
comment on table clustering.centroids is 'One row per night, model and cluster.';
comment on column clustering.centroids.night is 'The business date.';
comment on column clustering.centroids.cluster is 'Number of the cluster, which it keeps as long as it can be recognised.';
comment on column clustering.centroids.customers is 'Customers in the cluster when the model was found.';
comment on column clustering.centroids.is_proposed is 'Whether the model waits to be accepted.';
comment on column clustering.centroids.position is 'Rank by the mean value of its customers when the model was found, 1 for the highest.';
comment on column clustering.centroids.name is 'Name of the cluster, which it keeps with the number.';
comment on column clustering.centroids.is_named_by_rule is 'Whether a configured rule gave the name.';
comment on column clustering.centroids.tier is 'Tier of the cluster, by its rank; null for a single cluster, and where no tiers are configured.';

create table clustering.centroid_values (
  night date not null,
  cluster integer not null,
  feature text not null,
  scaled double precision not null,
  value double precision,
  is_proposed boolean not null,
  primary key (night, is_proposed, cluster, feature),
  foreign key (night, is_proposed, cluster) references clustering.centroids on delete cascade
);
comment on table clustering.centroid_values is 'One row per night, model, cluster and feature: the centre of the cluster.';
comment on column clustering.centroid_values.night is 'The business date.';
comment on column clustering.centroid_values.cluster is 'Number of the cluster.';
comment on column clustering.centroid_values.feature is 'Name of the feature.';
comment on column clustering.centroid_values.scaled is 'The centroid, in scaled features.';
comment on column clustering.centroid_values.value is 'Median of the members in business units when the model was found; null if unknown for all of them.';
comment on column clustering.centroid_values.is_proposed is 'Whether the model waits to be accepted.';

create table clustering.quality (
  night date not null references clustering.nights on delete cascade,
  k integer not null,
  inertia double precision not null,
  simplified_silhouette double precision,
  davies_bouldin double precision,
  calinski_harabasz double precision,
  bic double precision,
  elbow double precision,
  silhouette double precision,
  gap double precision,
  gap_error double precision,
  sample integer not null,
  iterations integer not null,
  is_chosen boolean not null,
  primary key (night, k)
);
comment on table clustering.quality is 'One row per night in which a model was sought, and k that was tried, 1 among them.';
comment on column clustering.quality.night is 'The business date.';
comment on column clustering.quality.k is 'Number of clusters tried.';
comment on column clustering.quality.inertia is 'Least inertia of its starts.';
comment on column clustering.quality.simplified_silhouette is 'Mean simplified silhouette, -1 to 1; null where k is 1.';
comment on column clustering.quality.davies_bouldin is 'Davies-Bouldin index; lower is better; null where k is 1.';
comment on column clustering.quality.calinski_harabasz is 'Calinski-Harabasz index; higher is better; null where k is 1 or all customers.';
comment on column clustering.quality.bic is 'Bayesian information criterion, one variance for all clusters; higher is better; null where it is not defined.';
comment on column clustering.quality.elbow is 'How far the inertia lies below the straight line from the least to the greatest k tried, both axes taken from 0 to 1; higher is better; null where fewer than three k were tried.';
comment on column clustering.quality.silhouette is 'Mean exact silhouette of a sample of customers, -1 to 1; null where k is 1.';
comment on column clustering.quality.gap is 'Gap statistic of a sample of customers (Tibshirani, Walther and Hastie 2001); null unless k is 1 or the best of the others.';
comment on column clustering.quality.gap_error is 'Standard error of the gap, from the spread of its references; null where k is 1.';
comment on column clustering.quality.sample is 'Customers in the sample of the silhouette.';
comment on column clustering.quality.iterations is 'Iterations of the start that was kept.';
comment on column clustering.quality.is_chosen is 'Whether it is the best by the criterion and stands out further than a single cluster, or is that.';

create table clustering.acceptances (
  last_night date primary key,
  proposed_on date not null,
  accepted_at timestamptz not null default now()
);
comment on table clustering.acceptances is 'One row per acceptance of a proposed model: the next night takes it over.';
comment on column clustering.acceptances.last_night is 'The newest night when the model was accepted.';
comment on column clustering.acceptances.proposed_on is 'Night that proposed the model.';
comment on column clustering.acceptances.accepted_at is 'When it was accepted.';

create table clustering.members (
  customer_key text not null,
  valid_from date not null,
  valid_to date,
  cluster integer not null
) partition by list (valid_to);
create table clustering.members_live partition of clustering.members for values in (null);
create table clustering.members_past partition of clustering.members default;
create unique index members_live_by_customer on clustering.members_live (customer_key);
create index members_past_by_customer on clustering.members_past (customer_key, valid_to);
create index members_past_by_end on clustering.members_past (valid_to);
comment on table clustering.members is 'One row per customer and time in one cluster.';
comment on column clustering.members.customer_key is 'PII. Key of the customer.';
comment on column clustering.members.valid_from is 'First night of the time.';
comment on column clustering.members.valid_to is 'Night from which on it no longer holds; null where it still does.';
comment on column clustering.members.cluster is 'Number of the cluster.';
comment on table clustering.members_live is 'One row per customer: what holds still.';
comment on table clustering.members_past is 'One row per customer and time that is over.';
-- the partitions' columns mean what the table's do
do $$
declare
  c record;
begin
  for c in
    select inhrelid::regclass as part, attname as column_name, col_description(inhparent, attnum) as description
    from pg_inherits
    join pg_attribute on attrelid = inhparent and attnum > 0
    where inhparent = 'clustering.members'::regclass
  loop
    execute format('comment on column %s.%I is %L', c.part, c.column_name, c.description);
  end loop;
end $$;

create table clustering.profiles (
  night date not null references clustering.nights on delete cascade,
  cluster integer not null,
  customers bigint not null,
  customers_share numeric not null,
  revenue numeric not null,
  revenue_share numeric not null,
  nearest_cluster integer,
  nearest_distance double precision,
  typical_customers text[] not null,
  primary key (night, cluster)
);
comment on table clustering.profiles is 'One row per night and cluster of the model in force.';
comment on column clustering.profiles.night is 'The business date.';
comment on column clustering.profiles.cluster is 'Number of the cluster.';
comment on column clustering.profiles.customers is 'Customers in the cluster.';
comment on column clustering.profiles.customers_share is 'Share of all clustered customers, 0 to 1.';
comment on column clustering.profiles.revenue is 'Their value less returns in the window, in the business currency.';
comment on column clustering.profiles.revenue_share is 'Share of the revenue of all clustered customers, 0 to 1.';
comment on column clustering.profiles.nearest_cluster is 'The other cluster whose centre is nearest; null where there is no other.';
comment on column clustering.profiles.nearest_distance is 'Distance of the two centres, in scaled features.';
comment on column clustering.profiles.typical_customers is 'PII. Keys of the customers nearest to the centre, the nearest first.';

create table clustering.profile_features (
  night date not null,
  cluster integer not null,
  feature text not null,
  mean double precision,
  median double precision,
  primary key (night, cluster, feature),
  foreign key (night, cluster) references clustering.profiles on delete cascade
);
comment on table clustering.profile_features is 'One row per night, cluster and feature.';
comment on column clustering.profile_features.night is 'The business date.';
comment on column clustering.profile_features.cluster is 'Number of the cluster.';
comment on column clustering.profile_features.feature is 'Name of the feature.';
comment on column clustering.profile_features.mean is 'Mean of its customers, in the unit of the feature; null where it has none.';
comment on column clustering.profile_features.median is 'Median of its customers, in the unit of the feature; null where it has none.';

create table clustering.profile_attributes (
  night date not null,
  cluster integer not null,
  attribute text not null,
  value text not null,
  customers bigint not null,
  customers_share numeric not null,
  share_index numeric not null,
  primary key (night, cluster, attribute, value),
  foreign key (night, cluster) references clustering.profiles on delete cascade
);
comment on table clustering.profile_attributes is 'One row per night, cluster, profile attribute and one of its most frequent values there.';
comment on column clustering.profile_attributes.night is 'The business date.';
comment on column clustering.profile_attributes.cluster is 'Number of the cluster.';
comment on column clustering.profile_attributes.attribute is 'country, or the name of an attribute of the orders.';
comment on column clustering.profile_attributes.value is 'The value that the customers share.';
comment on column clustering.profile_attributes.customers is 'Customers of the cluster with the value.';
comment on column clustering.profile_attributes.customers_share is 'Their share of the cluster, 0 to 1.';
comment on column clustering.profile_attributes.share_index is '100 times the share in the cluster by the share among all clustered customers: over 100 means more than usual.';
