-- The views that others read, and the role that reads them. Flyway runs this file again whenever it
-- changed, after the versioned migrations. Views are replaced, so that grants on them last; a column is
-- added at the end. A versioned migration that takes a column away drops its views first.
--
-- Shares have six decimals and means, medians and distances four: short to read, and what a screen
-- rounds further is what it would show of the whole number.

create schema if not exists published;

-- the live night

create or replace view published.segments as
  select night, segment, position, description, action, customers, revenue, channel, offer
  from publish.segments;
comment on view published.segments is 'One row per segment of the live night.';

-- The live night is read off the intervals, as no stage of a later night changes what held in it. While the
-- live night itself is run again, the view shows what publish kept of it.
create or replace view published.customer_segments as
  select night, customer_key, segment, cluster, recency_days, orders_count, net_value,
    r_score, f_score, m_score, previous_segment, changed_on, cause,
    night - changed_on as days_in_segment, cluster_name, tier, frequency, monetary, frequency_counts,
    monetary_value
  from publish.customer_segments
  union all
  select live.night, s.customer_key, s.segment, c.cluster, live.night - r.last_ordered_on, r.orders_count,
    r.net_value, s.r_score, s.f_score, s.m_score, s.previous_segment, s.changed_on, s.cause,
    live.night - s.changed_on, m.name, m.tier, r.frequency, r.monetary, n.frequency_counts,
    n.monetary_value
  from (
    select max(night) as night from publish.publications
    where not exists (select from publish.customer_segments)
  ) live
  join rfm.nights n on n.night = live.night
  join segments.memberships s on s.valid_from <= live.night
    and (s.valid_to is null or s.valid_to > live.night)
  join rfm.metrics r on r.customer_key = s.customer_key and r.valid_from <= live.night
    and (r.valid_to is null or r.valid_to > live.night)
  left join clustering.members c on c.customer_key = s.customer_key and c.valid_from <= live.night
    and (c.valid_to is null or c.valid_to > live.night)
  left join clustering.centroids m on m.night = live.night and not m.is_proposed and m.cluster = c.cluster;
comment on view published.customer_segments is 'One row per customer in the live night.';

create or replace view published.segments_by_clusters as
  select night, segment, cluster, cluster_name, tier, count(*) as customers, sum(net_value) as revenue
  from published.customer_segments
  group by night, segment, cluster, cluster_name, tier;
comment on view published.segments_by_clusters is 'One row per segment and cluster with customers in both, in the live night, and one per segment for customers without a cluster, whose cluster is null.';

create or replace view published.customer_forecast as
  select night, customer_key, repeat_days, first_ordered_on, last_ordered_on, repeat_value,
    probability_alive, expected_orders_90, expected_orders_365, expected_order_value,
    expected_value_90, expected_value_365
  from forecast.customers
  where night = (select max(night) from publish.publications);
comment on view published.customer_forecast is 'One row per customer with an order in the live night: what the customer can be expected to buy.';

-- each published night: segments

create or replace view published.segment_profile as
  select night, segment, position, customers, round(customers_share, 6) as customers_share,
    revenue, round(revenue_share, 6) as revenue_share,
    round(mean_recency_days, 4) as mean_recency_days, round(mean_orders_count, 4) as mean_orders_count,
    round(mean_net_value, 4) as mean_net_value,
    round(median_recency_days::numeric, 4)::double precision as median_recency_days,
    round(median_orders_count::numeric, 4)::double precision as median_orders_count,
    round(median_net_value::numeric, 4)::double precision as median_net_value,
    previous_customers, moved_in, moved_out, round(mean_order_value, 4) as mean_order_value,
    round(mean_frequency, 4) as mean_frequency, round(mean_monetary, 4) as mean_monetary,
    round(median_frequency::numeric, 4)::double precision as median_frequency,
    round(median_monetary::numeric, 4)::double precision as median_monetary,
    frequency_counts, monetary_value
  from publish.segment_profile;
comment on view published.segment_profile is 'One row per segment per published night.';

create or replace view published.segment_attributes as
  select night, segment, attribute, value, customers, round(customers_share, 6) as customers_share,
    round(share_index, 4) as share_index
  from publish.segment_attributes;
comment on view published.segment_attributes is 'One row per published night, segment, profile attribute and one of its most frequent values there.';

create or replace view published.segment_moves as
  select night, from_segment, to_segment, customers, revenue, cause, direction
  from publish.segment_moves;
comment on view published.segment_moves is 'One row per published night, segment left, segment entered and cause; customers who stayed are a row too.';

create or replace view published.membership_history as
  select customer_key, valid_from, case when valid_to <= last then valid_to end as valid_to,
    segment, r_score, f_score, m_score, previous_segment, changed_on, cause
  from segments.memberships
  cross join (select max(night) as last from publish.publications) published
  where valid_from <= last;
comment on view published.membership_history is 'One row per customer and time in which segment, scores and what the rule looks at were the same, up to the live night.';

-- each published night: clusters

create or replace view published.clusters as
  select night, cluster, position, name, tier, customers, round(customers_share, 6) as customers_share,
    revenue, round(revenue_share, 6) as revenue_share, nearest_cluster,
    round(nearest_distance::numeric, 4)::double precision as nearest_distance, typical_customers
  from publish.clusters;
comment on view published.clusters is 'One row per published night and cluster.';

create or replace view published.cluster_features as
  select night, cluster, feature, round(centre::numeric, 4)::double precision as centre,
    round(mean::numeric, 4)::double precision as mean,
    round(median::numeric, 4)::double precision as median
  from publish.cluster_features;
comment on view published.cluster_features is 'One row per published night, cluster and feature.';

create or replace view published.cluster_attributes as
  select night, cluster, attribute, value, customers, round(customers_share, 6) as customers_share,
    round(share_index, 4) as share_index
  from publish.cluster_attributes;
comment on view published.cluster_attributes is 'One row per published night, cluster, profile attribute and one of its most frequent values there.';

create or replace view published.cluster_history as
  select customer_key, valid_from, case when valid_to <= last then valid_to end as valid_to, cluster
  from clustering.members
  cross join (select max(night) as last from publish.publications) published
  where valid_from <= last;
comment on view published.cluster_history is 'One row per customer and time in one cluster, up to the live night.';

-- each published night: audiences and their extracts

create or replace view published.audiences as
  select a.night, a.audience, a.position, a.segment, a.description, a.purpose, a.channel, a.destinations,
    a.exclusive_group, a.priority, a.holdout_percent, a.frequency, a.is_due, a.warn_below, a.block_below,
    a.is_blocked, a.members, a.published, a.added, a.removed
  from audiences.audiences a
  join publish.publications p using (night);
comment on view published.audiences is 'One row per audience per published night, as it was declared and what it came to.';

create or replace view published.audience_exclusions as
  select e.night, e.audience, e.exclusion, e.position, e.customers
  from audiences.exclusions e
  join publish.publications p using (night);
comment on view published.audience_exclusions is 'One row per published night, audience and reason to leave a member out; reasons that apply to no member are rows too.';

create or replace view published.audience_changes as
  select c.night, c.destination, c.audience, c.since, c.customers_before, c.customers, c.added, c.changed,
    c.removed, c.stopped_for, e.delivered_at
  from deliver.changes c
  join publish.publications p using (night)
  left join deliver.extracts e using (night, destination, audience);
comment on view published.audience_changes is 'One row per published night, destination and audience that was to go there: what its extract changes there.';

create or replace view published.audience_destinations as
  select d.night, d.audience, d.destination, d.position, d.purpose, d.channel, d.published,
    d.channel_opted_out, d.no_consent, c.stopped_for, e.night as delivered_night, e.path, e.lines, e.bytes,
    e.delivered_at, e.warnings
  from audiences.destinations d
  join publish.publications p using (night)
  left join deliver.changes c using (night, audience, destination)
  left join lateral (
    select * from deliver.extracts x
    where x.audience = d.audience and x.destination = d.destination and x.night <= d.night
    order by x.night desc
    limit 1
  ) e on true;
comment on view published.audience_destinations is 'One row per published night, audience and destination of it: what was checked there, and the newest extract up to that night that was brought there.';

create or replace view published.audience_members as
  with live as (select max(night) as night from publish.publications),
  members as (
    select customer_key, audience, exclusion from audiences.members_live, live where valid_from <= live.night
    union all
    select customer_key, audience, exclusion from audiences.members_past, live
    where valid_from <= live.night and valid_to > live.night
  ),
  exclusions as (
    select customer_key, audience, destination, exclusion
    from audiences.destination_exclusions_live, live
    where valid_from <= live.night
    union all
    select customer_key, audience, destination, exclusion
    from audiences.destination_exclusions_past, live
    where valid_from <= live.night and valid_to > live.night
  )
  select d.night, d.audience, d.destination, m.customer_key,
    m.exclusion is null and x.exclusion is null as is_published, coalesce(m.exclusion, x.exclusion) as exclusion
  from live
  join audiences.destinations d using (night)
  join members m on m.audience = d.audience
  left join exclusions x on x.customer_key = m.customer_key and x.audience = d.audience
    and x.destination = d.destination
  where m.exclusion is distinct from 'erased';
comment on view published.audience_members is 'One row per audience of the live night, destination and member: published there, or why not. Erased people, and people who share an identity with them, are not among them.';

create or replace view published.exports as
  select export_id, action, night, revision, audience, destination, place, path, mode, lines, bytes,
    content_hash, expires_on, exported_by, database_role, recorded_at
  from deliver.exports;
comment on view published.exports is 'One row per file that was delivered or batch that was confirmed, and one more per file that was removed.';

-- a view's columns mean what the columns of that name in its tables do
do $$
declare
  c record;
begin
  for c in
    select v.name as view_name, a.attname as column_name, col_description(t.attrelid, t.attnum) as description
    from (values
      ('segments', 'publish.segments'),
      ('customer_segments', 'publish.customer_segments'),
      ('segments_by_clusters', 'publish.customer_segments'),
      ('customer_forecast', 'forecast.customers'),
      ('segment_profile', 'publish.segment_profile'),
      ('segment_attributes', 'publish.segment_attributes'),
      ('segment_moves', 'publish.segment_moves'),
      ('membership_history', 'segments.memberships'),
      ('clusters', 'publish.clusters'),
      ('cluster_features', 'publish.cluster_features'),
      ('cluster_attributes', 'publish.cluster_attributes'),
      ('cluster_history', 'clustering.members'),
      ('audiences', 'audiences.audiences'),
      ('audience_exclusions', 'audiences.exclusions'),
      ('audience_changes', 'deliver.changes'),
      ('audience_destinations', 'audiences.destinations'),
      ('audience_members', 'audiences.destination_exclusions'),
      ('exports', 'deliver.exports')
    ) as v (name, source)
    join pg_attribute a on a.attrelid = ('published.' || v.name)::regclass and a.attnum > 0
    join pg_attribute t on t.attrelid = v.source::regclass and t.attname = a.attname
  loop
    execute format('comment on column published.%I.%I is %L', c.view_name, c.column_name, c.description);
  end loop;
end $$;
comment on column published.customer_segments.days_in_segment is 'Days from the night in which the customer entered the segment to the live night.';
comment on column published.audience_changes.delivered_at is 'When its marker was delivered; null until then.';
comment on column published.audience_destinations.stopped_for is 'Why the change of the night waits for an approval; null where it does not.';
comment on column published.audience_destinations.delivered_night is 'Newest night up to this one of which an extract was brought there; null, like the next ones, where there is none.';
comment on column published.audience_destinations.path is 'Where its first file is, below the place of the deliveries.';
comment on column published.audience_destinations.lines is 'Customers in it.';
comment on column published.audience_destinations.bytes is 'Its size.';
comment on column published.audience_destinations.delivered_at is 'When its marker was delivered; null if it was withheld.';
comment on column published.audience_destinations.warnings is 'What people are to know of it.';
comment on column published.audience_members.night is 'The live night.';
comment on column published.audience_members.is_published is 'Whether the member is sent to the destination.';
comment on column published.audience_members.exclusion is 'Why the member is not sent there; null where the member is.';
comment on column published.segments_by_clusters.customers is 'Customers in both, or in the segment and without a cluster.';
comment on column published.segments_by_clusters.revenue is 'Their value less returns in the window, in the business currency.';

-- The role that reads the views and nothing else. Roles belong to the server, not to the database:
-- where this role may not be created, the runbook says what the owner of the server does by hand.
do $$
begin
  create role nightjar_reader nologin;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then raise notice 'role nightjar_reader was not created';
end $$;
do $$
begin
  if exists (select from pg_roles where rolname = 'nightjar_reader') then
    grant usage on schema published to nightjar_reader;
    grant select on all tables in schema published to nightjar_reader;
  end if;
end $$;
