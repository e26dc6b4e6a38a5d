-- Clusters that last: each night keeps the model that was in force, and perhaps a proposed one;
-- members are intervals.
create table clustering.nights (
  night date primary key,
  decision text not null
    check (decision in ('first', 'redefined', 'refitted', 'kept', 'proposed', 'accepted', 'nobody')),
  adjusted_rand_index double precision,
  naming text not null
);
comment on table clustering.nights is 'One row per night: how it came by its clusters.';
comment on column clustering.nights.night is 'The business date.';
comment on column clustering.nights.decision is 'first (there was no model), redefined (the model in force could not be applied), refitted (a new model, with the old numbers and names), kept (the model in force), proposed (kept, beside a new one that differs too much), accepted (a model that was proposed before), nobody (no two different customers, so no model).';
comment on column clustering.nights.adjusted_rand_index is 'Agreement of the clusters with those of the night before on the customers of both, 1 for the same, about 0 for chance (Hubert and Arabie 1985); null where there is nobody to compare.';
comment on column clustering.nights.naming is 'The rules by which clusters were named.';
insert into clustering.nights select night, 'first', null, '' from clustering.models;

alter table clustering.features drop constraint features_night_fkey;
alter table clustering.quality drop constraint quality_night_fkey;
alter table clustering.centroids drop constraint centroids_night_fkey;
alter table clustering.centroid_values drop constraint centroid_values_night_cluster_fkey;
create temporary table old_members on commit drop as select * from clustering.members;
drop table clustering.members;

alter table clustering.models add is_proposed boolean not null default false;
alter table clustering.models add fitted_on date;
alter table clustering.models add definition text not null
  default 'all, z-score: recency log1p, frequency log1p, monetary log1p';
alter table clustering.models alter definition drop default;
alter table clustering.models add adjusted_rand_index double precision;
update clustering.models set fitted_on = night;
alter table clustering.models alter fitted_on set not null;
alter table clustering.models drop constraint models_pkey;
alter table clustering.models add primary key (night, is_proposed);
alter table clustering.models add foreign key (night) references clustering.nights on delete cascade;
comment on table clustering.models is 'One row per night and model: the one in force, and where another was proposed, that too; none for a night with nobody to cluster.';
comment on column clustering.models.is_proposed is 'Whether it waits to be accepted.';
comment on column clustering.models.fitted_on is 'Night in which the model was found.';
comment on column clustering.models.definition is 'Population, scaling, features and transforms that it was made for.';
comment on column clustering.models.adjusted_rand_index is 'Agreement of its clusters, in the night in which it was found, with those of the night before; null where there was nobody to compare.';
comment on column clustering.models.customers is 'Customers it was found on.';
comment on column clustering.models.inertia is 'Sum of squared distances to the nearest centroid, in scaled features, of the customers it was found on.';

alter table clustering.features add is_proposed boolean not null default false;
alter table clustering.features drop constraint features_pkey;
alter table clustering.features add primary key (night, is_proposed, feature);
alter table clustering.features add foreign key (night, is_proposed) references clustering.models on delete cascade;
comment on table clustering.features is 'One row per night, model and feature: how its values were made comparable.';
comment on column clustering.features.is_proposed is 'Whether the model waits to be accepted.';

alter table clustering.quality add foreign key (night) references clustering.nights on delete cascade;
comment on table clustering.quality is 'One row per night in which a model was sought, and k that was tried.';

alter table clustering.centroids add is_proposed boolean not null default false;
alter table clustering.centroids add position integer;
alter table clustering.centroids add name text not null default '';
alter table clustering.centroids add is_named_by_rule boolean not null default false;
alter table clustering.centroids add tier text;
update clustering.centroids set position = cluster;
alter table clustering.centroids alter position set not null;
alter table clustering.centroids drop constraint centroids_pkey;
alter table clustering.centroids add primary key (night, is_proposed, cluster);
alter table clustering.centroids add foreign key (night, is_proposed) references clustering.models on delete cascade;
comment on table clustering.centroids is 'One row per night, model and cluster.';
comment on column clustering.centroids.cluster is 'Number of the cluster, which it keeps as long as it can be recognised.';
comment on column clustering.centroids.customers is 'Customers in the cluster when the model was found.';
comment on column clustering.centroids.is_proposed is 'Whether the model waits to be accepted.';
comment on column clustering.centroids.position is 'Rank by the mean value of its customers when the model was found, 1 for the highest.';
comment on column clustering.centroids.name is 'Name of the cluster, which it keeps with the number; empty for nights of old.';
comment on column clustering.centroids.is_named_by_rule is 'Whether a configured rule gave the name.';
comment on column clustering.centroids.tier is 'Tier of the cluster, by its rank; null where no tiers are configured.';

alter table clustering.centroid_values add is_proposed boolean not null default false;
alter table clustering.centroid_values drop constraint centroid_values_pkey;
alter table clustering.centroid_values add primary key (night, is_proposed, cluster, feature);
alter table clustering.centroid_values add foreign key (night, is_proposed, cluster) references clustering.centroids on delete cascade;
comment on table clustering.centroid_values is 'One row per night, model, cluster and feature: the centre of the cluster.';
comment on column clustering.centroid_values.is_proposed is 'Whether the model waits to be accepted.';
comment on column clustering.centroid_values.value is 'Median of the members in business units when the model was found, for nights of older versions the centroid''s; null where it is known of none.';

create table clustering.acceptances (
  last_night date primary key,
  proposed_on date not null,
  accepted_at timestamptz not null default now()
);
comment on table clustering.acceptances is 'One row per acceptance of a proposed model: the first night after the last one takes it over.';
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
comment on table clustering.members_live is 'One row per customer: what holds still.';
comment on table clustering.members_past is 'One row per customer and time that is over.';
comment on column clustering.members.customer_key is 'PII. Key of the customer.';
comment on column clustering.members.valid_from is 'First night of the time.';
comment on column clustering.members.valid_to is 'Night from which on it no longer holds; null where it still does.';
comment on column clustering.members.cluster is 'Number of the cluster.';

insert into clustering.members
select customer_key, min(night), (select min(n.night) from clustering.nights n where n.night > max(islands.night)), cluster
from (
  select *, count(*) filter (where is_change) over (partition by customer_key order by night) as island
  from (
    select m.*,
      n.number - row_number() over (partition by customer_key order by night) as stretch,
      cluster is distinct from lag(cluster) over (partition by customer_key order by night) as is_change
    from old_members m
    join (select night, row_number() over (order by night) as number from clustering.nights) n using (night)
  ) changes
) islands
group by customer_key, stretch, island, cluster;

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
insert into clustering.profiles
select m.night, m.cluster, count(*), count(*) / sum(count(*)) over (partition by m.night), 0, 0, null, null, '{}'
from old_members m group by m.night, m.cluster;

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

-- publish
alter table publish.customer_segments add cluster_name text;
alter table publish.customer_segments add tier text;
comment on column publish.customer_segments.cluster_name is 'Name of the cluster; null unless clustered.';
comment on column publish.customer_segments.tier is 'Tier of the cluster; null unless clustered, or where no tiers are configured.';
comment on column publish.customer_segments.cluster is 'Number of the cluster; null unless clustered.';

create table publish.clusters (
  night date not null,
  cluster integer not null,
  position integer not null,
  name text not null,
  tier text,
  customers bigint not null,
  customers_share numeric not null,
  revenue numeric not null,
  revenue_share numeric not null,
  nearest_cluster integer,
  nearest_distance double precision,
  typical_customers text[] not null,
  primary key (night, cluster)
);
create table publish.cluster_features (like clustering.profile_features including comments);
alter table publish.cluster_features add primary key (night, cluster, feature);
alter table publish.cluster_features add centre double precision;
create table publish.cluster_attributes (like clustering.profile_attributes including comments);
alter table publish.cluster_attributes add primary key (night, cluster, attribute, value);
comment on table publish.clusters is 'One row per published night and cluster.';
comment on table publish.cluster_features is 'One row per published night, cluster and feature.';
comment on column publish.cluster_features.centre is 'Median of its customers when its model was found, in the unit of the feature; null where it was known of none.';
comment on table publish.cluster_attributes is 'One row per published night, cluster, profile attribute and one of its most frequent values there.';

create view published.clusters as
  select night, cluster, position, name, tier, customers, customers_share, revenue, revenue_share,
    nearest_cluster, nearest_distance, typical_customers
  from publish.clusters;
comment on view published.clusters is 'One row per published night and cluster.';
create view published.cluster_features as
  select night, cluster, feature, centre, mean, median from publish.cluster_features;
comment on view published.cluster_features is 'One row per published night, cluster and feature.';
create view published.cluster_attributes as
  select night, cluster, attribute, value, customers, customers_share, share_index
  from publish.cluster_attributes;
comment on view published.cluster_attributes is 'One row per published night, cluster, profile attribute and one of its most frequent values there.';
create or replace view published.customer_segments as
  select night, customer_key, segment, cluster, recency_days, orders_count, net_value,
    r_score, f_score, m_score, previous_segment, changed_on, cause, night - changed_on as days_in_segment,
    cluster_name, tier
  from publish.customer_segments;
create view published.segments_by_clusters as
  select night, segment, cluster, cluster_name, tier, count(*) as customers, sum(net_value) as revenue
  from publish.customer_segments
  group by night, segment, cluster, cluster_name, tier;
comment on view published.segments_by_clusters is 'One row per segment and cluster with customers in both, in the live night.';
create view published.cluster_history as
  select customer_key, valid_from, case when valid_to <= last then valid_to end as valid_to, cluster
  from clustering.members
  cross join (select max(night) as last from publish.publications) published
  where valid_from <= last;
comment on view published.cluster_history is 'One row per customer and time in one cluster, up to the live night.';

-- partitions, copies and views say what their tables say
do $$
declare
  c record;
begin
  -- the views take theirs from the copies, which have them after the first round
  for i in 1..2 loop
  for c in
    select n.nspname as schema_name, v.relname as table_name, a.attname as column_name,
      col_description(t.oid, ta.attnum) as description
    from pg_class v
    join pg_namespace n on n.oid = v.relnamespace
    join pg_attribute a on a.attrelid = v.oid and a.attnum > 0 and not a.attisdropped
    join pg_class t on t.oid <> v.oid and t.relkind in ('r', 'p') and (
      n.nspname = 'publish' and v.relname = 'clusters'
        and t.oid in ('clustering.centroids'::regclass, 'clustering.profiles'::regclass)
      or n.nspname = 'published' and t.relnamespace = 'publish'::regnamespace
        and (t.relname = v.relname or t.relname = 'customer_segments' and v.relname = 'segments_by_clusters')
      or n.nspname = 'published' and v.relname = 'cluster_history' and t.oid = 'clustering.members'::regclass
      or n.nspname = 'clustering' and t.oid = (select inhparent from pg_inherits where inhrelid = v.oid))
    join pg_attribute ta on ta.attrelid = t.oid and ta.attname = a.attname
    where v.relkind in ('v', 'r') and col_description(v.oid, a.attnum) is null
      and col_description(t.oid, ta.attnum) is not null
      and (v.relname like '%cluster%' or v.relname like 'members%' or v.relname = 'customer_segments')
  loop
    execute format('comment on column %I.%I.%I is %L', c.schema_name, c.table_name, c.column_name, c.description);
  end loop;
  end loop;
end $$;
comment on column published.segments_by_clusters.customers is 'Customers in both.';
comment on column published.segments_by_clusters.revenue is 'Their value less returns in the window, in the business currency.';
comment on column published.customer_segments.cluster is 'Number of the cluster; null unless clustered.';
do $$
begin
  if exists (select from pg_roles where rolname = 'nightjar_reader') then
    grant select on all tables in schema published to nightjar_reader;
  end if;
end $$;
