-- What is published: of the live night, or of each published night. The views of R__published.sql read it.

create schema publish;

create table publish.publications (
  night date primary key,
  revision integer not null,
  published_at timestamptz not null
);
comment on table publish.publications is 'One row per published night.';
comment on column publish.publications.night is 'The business date.';
comment on column publish.publications.revision is 'Revision of the night that was published.';
comment on column publish.publications.published_at is 'When the views were swapped.';

create table publish.segments (
  segment text primary key,
  night date not null,
  position integer not null,
  description text not null,
  action text not null,
  customers bigint not null,
  revenue numeric not null,
  channel text not null,
  offer text not null
);
comment on table publish.segments is 'One row per segment of the live night.';
comment on column publish.segments.segment is 'Name of the segment.';
comment on column publish.segments.night is 'The live night.';
comment on column publish.segments.position is 'Place in the map, 1 for the best.';
comment on column publish.segments.description is 'Who is in it, in one line.';
comment on column publish.segments.action is 'What marketing is advised to do.';
comment on column publish.segments.customers is 'Customers in the segment.';
comment on column publish.segments.revenue is 'Their value less returns in the window, in the business currency.';
comment on column publish.segments.channel is 'Where marketing is advised to speak to them.';
comment on column publish.segments.offer is 'What marketing is advised to offer them.';

create table publish.customer_segments (
  customer_key text primary key,
  night date not null,
  segment text not null,
  cluster integer,
  recency_days integer,
  orders_count bigint not null,
  net_value numeric not null,
  r_score integer,
  f_score integer,
  m_score integer,
  previous_segment text,
  changed_on date not null,
  cause text not null,
  cluster_name text,
  tier text,
  frequency double precision not null default 0,
  monetary double precision not null default 0,
  frequency_counts text not null default 'orders',
  monetary_value text not null default 'sum'
);
comment on table publish.customer_segments is 'One row per customer in the live night.';
comment on column publish.customer_segments.customer_key is 'PII. Key of the customer.';
comment on column publish.customer_segments.night is 'The live night.';
comment on column publish.customer_segments.segment is 'Name of the segment.';
comment on column publish.customer_segments.cluster is 'Number of the cluster; null unless clustered.';
comment on column publish.customer_segments.recency_days is 'Calendar days from the last kept order to the night.';
comment on column publish.customer_segments.orders_count is 'Kept orders in the window.';
comment on column publish.customer_segments.net_value is 'Value less returns in the window, in the business currency.';
comment on column publish.customer_segments.r_score is 'Recency score; null unless scored.';
comment on column publish.customer_segments.f_score is 'Frequency score; null unless scored.';
comment on column publish.customer_segments.m_score is 'Monetary score; null unless scored.';
comment on column publish.customer_segments.previous_segment is 'Segment before the last change; null if it never changed.';
comment on column publish.customer_segments.changed_on is 'Night in which the customer entered the segment.';
comment on column publish.customer_segments.cause is 'Why the customer entered the segment: new, orders, time, attributes, cut-points, both or settings.';
comment on column publish.customer_segments.cluster_name is 'Name of the cluster; null unless clustered.';
comment on column publish.customer_segments.frequency is 'Frequency as it is scored; frequency_counts says what it counts.';
comment on column publish.customer_segments.monetary is 'Monetary value as it is scored, in the business currency; monetary_value says what it is.';
comment on column publish.customer_segments.frequency_counts is 'What frequency counts in the window: orders, days, lines or units.';
comment on column publish.customer_segments.monetary_value is 'What monetary is: sum (value less returns in the window) or mean-order.';
comment on column publish.customer_segments.tier is 'Tier of the cluster; null unless clustered, or where no tiers are configured.';

create table publish.segment_profile (
  night date not null,
  segment text not null,
  position integer not null,
  customers bigint not null,
  customers_share numeric not null,
  revenue numeric not null,
  revenue_share numeric not null,
  mean_recency_days numeric,
  mean_orders_count numeric,
  mean_net_value numeric,
  median_recency_days double precision,
  median_orders_count double precision,
  median_net_value double precision,
  previous_customers bigint not null,
  moved_in bigint not null,
  moved_out bigint not null,
  mean_order_value numeric,
  mean_frequency numeric,
  mean_monetary numeric,
  median_frequency double precision,
  median_monetary double precision,
  frequency_counts text not null default 'orders',
  monetary_value text not null default 'sum',
  primary key (night, segment)
);
comment on table publish.segment_profile is 'One row per segment per published night.';
comment on column publish.segment_profile.night is 'The business date.';
comment on column publish.segment_profile.segment is 'Name of the segment.';
comment on column publish.segment_profile.position is 'Place in the map, 1 for the best.';
comment on column publish.segment_profile.customers is 'Customers in the segment.';
comment on column publish.segment_profile.customers_share is 'Share of all customers, 0 to 1.';
comment on column publish.segment_profile.revenue is 'Their value less returns in the window, in the business currency.';
comment on column publish.segment_profile.revenue_share is 'Share of the revenue of all customers, 0 to 1.';
comment on column publish.segment_profile.mean_recency_days is 'Mean recency in days; null without an order.';
comment on column publish.segment_profile.mean_orders_count is 'Mean of orders in the window.';
comment on column publish.segment_profile.mean_net_value is 'Mean value in the window, in the business currency.';
comment on column publish.segment_profile.median_recency_days is 'Median recency in days; null without an order.';
comment on column publish.segment_profile.median_orders_count is 'Median of orders in the window.';
comment on column publish.segment_profile.median_net_value is 'Median value in the window, in the business currency.';
comment on column publish.segment_profile.previous_customers is 'Customers in the night before.';
comment on column publish.segment_profile.moved_in is 'Customers who were elsewhere, or not yet known, in the night before.';
comment on column publish.segment_profile.moved_out is 'Customers of the night before who are elsewhere, or gone.';
comment on column publish.segment_profile.mean_frequency is 'Mean of frequency as it is scored; frequency_counts says what it counts.';
comment on column publish.segment_profile.mean_monetary is 'Mean of monetary as it is scored, in the business currency; monetary_value says what it is.';
comment on column publish.segment_profile.median_frequency is 'Median of frequency as it is scored.';
comment on column publish.segment_profile.median_monetary is 'Median of monetary as it is scored, in the business currency.';
comment on column publish.segment_profile.frequency_counts is 'What frequency counts in the window: orders, days, lines or units.';
comment on column publish.segment_profile.monetary_value is 'What monetary is: sum (value less returns in the window) or mean-order.';
comment on column publish.segment_profile.mean_order_value is 'Value of the segment''s orders in the window by their number, in the business currency; null without an order.';

create table publish.segment_moves (
  night date not null,
  from_segment text,
  to_segment text,
  customers bigint not null,
  revenue numeric not null,
  cause text,
  direction text not null,
  unique nulls not distinct (night, from_segment, to_segment, cause)
);
comment on table publish.segment_moves is 'One row per published night, segment left, segment entered and cause; customers who stayed are a row too.';
comment on column publish.segment_moves.night is 'The business date.';
comment on column publish.segment_moves.from_segment is 'Segment in the night before; null for new customers.';
comment on column publish.segment_moves.to_segment is 'Segment in this night; null for customers who left.';
comment on column publish.segment_moves.customers is 'Customers who took that way.';
comment on column publish.segment_moves.revenue is 'Their value less returns in the window of this night; of the night before for customers who left.';
comment on column publish.segment_moves.cause is 'new, vanished, orders (the customer''s own orders changed), time (it only passed), attributes (an attribute of the customer changed), cut-points (only they changed), both (it took what changed with the customer, and other cut points), settings (the map or the rules did); null for customers who stayed.';
comment on column publish.segment_moves.direction is 'upgrade or downgrade by the places of the segments in the map; entered, left or stayed.';

create table publish.segment_attributes (
  night date not null,
  segment text not null,
  attribute text not null,
  value text not null,
  customers bigint not null,
  customers_share numeric not null,
  share_index numeric not null,
  primary key (night, segment, attribute, value)
);
comment on table publish.segment_attributes is 'One row per published night, segment, profile attribute and one of its most frequent values there.';
comment on column publish.segment_attributes.night is 'The business date.';
comment on column publish.segment_attributes.segment is 'Name of the segment.';
comment on column publish.segment_attributes.attribute is 'country, or the name of an attribute of the orders.';
comment on column publish.segment_attributes.value is 'The value that the customers share.';
comment on column publish.segment_attributes.customers is 'Customers of the segment with the value.';
comment on column publish.segment_attributes.customers_share is 'Their share of the segment, 0 to 1.';
comment on column publish.segment_attributes.share_index is '100 times the share in the segment by the share among all customers: over 100 means more than usual.';

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
comment on table publish.clusters is 'One row per published night and cluster.';
comment on column publish.clusters.night is 'The business date.';
comment on column publish.clusters.cluster is 'Number of the cluster.';
comment on column publish.clusters.position is 'Rank by the mean value of its customers when the model was found, 1 for the highest.';
comment on column publish.clusters.name is 'Name of the cluster, which it keeps with the number.';
comment on column publish.clusters.tier is 'Tier of the cluster, by its rank; null where no tiers are configured.';
comment on column publish.clusters.customers is 'Customers in the cluster.';
comment on column publish.clusters.customers_share is 'Share of all clustered customers, 0 to 1.';
comment on column publish.clusters.revenue is 'Their value less returns in the window, in the business currency.';
comment on column publish.clusters.revenue_share is 'Share of the revenue of all clustered customers, 0 to 1.';
comment on column publish.clusters.nearest_cluster is 'The other cluster whose centre is nearest; null where there is no other.';
comment on column publish.clusters.nearest_distance is 'Distance of the two centres, in scaled features.';
comment on column publish.clusters.typical_customers is 'PII. Keys of the customers nearest to the centre, the nearest first.';

create table publish.cluster_features (
  night date not null,
  cluster integer not null,
  feature text not null,
  mean double precision,
  median double precision,
  centre double precision,
  primary key (night, cluster, feature)
);
comment on table publish.cluster_features is 'One row per published night, cluster and feature.';
comment on column publish.cluster_features.night is 'The business date.';
comment on column publish.cluster_features.cluster is 'Number of the cluster.';
comment on column publish.cluster_features.feature is 'Name of the feature.';
comment on column publish.cluster_features.mean is 'Mean of its customers, in the unit of the feature; null where it has none.';
comment on column publish.cluster_features.median is 'Median of its customers, in the unit of the feature; null where it has none.';
comment on column publish.cluster_features.centre is 'Median of its customers when its model was found, in the unit of the feature; null if unknown for all of them.';

create table publish.cluster_attributes (
  night date not null,
  cluster integer not null,
  attribute text not null,
  value text not null,
  customers bigint not null,
  customers_share numeric not null,
  share_index numeric not null,
  primary key (night, cluster, attribute, value)
);
comment on table publish.cluster_attributes is 'One row per published night, cluster, profile attribute and one of its most frequent values there.';
comment on column publish.cluster_attributes.night is 'The business date.';
comment on column publish.cluster_attributes.cluster is 'Number of the cluster.';
comment on column publish.cluster_attributes.attribute is 'country, or the name of an attribute of the orders.';
comment on column publish.cluster_attributes.value is 'The value that the customers share.';
comment on column publish.cluster_attributes.customers is 'Customers of the cluster with the value.';
comment on column publish.cluster_attributes.customers_share is 'Their share of the cluster, 0 to 1.';
comment on column publish.cluster_attributes.share_index is '100 times the share in the cluster by the share among all clustered customers: over 100 means more than usual.';
