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

create table publish.audience_members (
  night date not null,
  audience text not null,
  customer_key text not null,
  exclusion text check (exclusion in ('opted-out', 'no-consent')),
  primary key (night, audience, customer_key)
);
comment on table publish.audience_members is 'One row per member of an audience per night; published where no exclusion stands.';
comment on column publish.audience_members.night is 'The business date.';
comment on column publish.audience_members.audience is 'Name of the audience, as in its file names.';
comment on column publish.audience_members.customer_key is 'PII. Key of the customer.';
comment on column publish.audience_members.exclusion is 'Why the customer is not in the extract: the first reason of opted-out, no-consent; null for who is.';

create table publish.extracts (
  night date not null,
  destination text not null,
  audience text not null,
  path text not null,
  bytes bigint not null,
  lines bigint not null,
  content_hash text not null,
  delivered_at timestamptz,
  primary key (night, destination, audience)
);
comment on table publish.extracts is 'One row per extract.';
comment on column publish.extracts.night is 'The business date.';
comment on column publish.extracts.destination is 'Channel with its file format.';
comment on column publish.extracts.audience is 'Name of the audience.';
comment on column publish.extracts.path is 'Where the extract lies below the delivery folder.';
comment on column publish.extracts.bytes is 'Size of the extract.';
comment on column publish.extracts.lines is 'Customers in the extract.';
comment on column publish.extracts.content_hash is 'SHA-256 of the extract, lower-case hex.';
comment on column publish.extracts.delivered_at is 'When its marker was delivered; null until then.';

create table publish.segments (
  segment text primary key,
  night date not null,
  position integer not null,
  description text not null,
  action text not null,
  customers bigint not null,
  revenue numeric not null
);
comment on table publish.segments is 'One row per segment of the live night.';
comment on column publish.segments.segment is 'Name of the segment.';
comment on column publish.segments.night is 'The live night.';
comment on column publish.segments.position is 'Place in the map, 1 for the best.';
comment on column publish.segments.description is 'Who is in it, in one line.';
comment on column publish.segments.action is 'What marketing is advised to do.';
comment on column publish.segments.customers is 'Customers in the segment.';
comment on column publish.segments.revenue is 'Their value less returns in the window, in the business currency.';

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
  changed_on date not null
);
comment on table publish.customer_segments is 'One row per customer in the live night.';
comment on column publish.customer_segments.customer_key is 'PII. Key of the customer.';
comment on column publish.customer_segments.night is 'The live night.';
comment on column publish.customer_segments.segment is 'Name of the segment.';
comment on column publish.customer_segments.cluster is 'Number of the cluster; null unless scored.';
comment on column publish.customer_segments.recency_days is 'Calendar days from the last kept order to the night.';
comment on column publish.customer_segments.orders_count is 'Kept orders in the window.';
comment on column publish.customer_segments.net_value is 'Value less returns in the window, in the business currency.';
comment on column publish.customer_segments.r_score is 'Recency score; null unless scored.';
comment on column publish.customer_segments.f_score is 'Frequency score; null unless scored.';
comment on column publish.customer_segments.m_score is 'Monetary score; null unless scored.';
comment on column publish.customer_segments.previous_segment is 'Segment in the night before; null for a new customer.';
comment on column publish.customer_segments.changed_on is 'Night in which the customer entered the segment.';

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

create table publish.segment_moves (
  night date not null,
  from_segment text,
  to_segment text,
  customers bigint not null,
  revenue numeric not null,
  unique nulls not distinct (night, from_segment, to_segment)
);
comment on table publish.segment_moves is 'One row per published night, segment left and segment entered; who stays is a row too.';
comment on column publish.segment_moves.night is 'The business date.';
comment on column publish.segment_moves.from_segment is 'Segment in the night before; null for new customers.';
comment on column publish.segment_moves.to_segment is 'Segment in this night; null for customers who vanished.';
comment on column publish.segment_moves.customers is 'Customers who took that way.';
comment on column publish.segment_moves.revenue is 'Their value less returns in the window of this night; of the night before for who vanished.';

create schema published;

create view published.segments as
  select night, segment, position, description, action, customers, revenue
  from publish.segments;
comment on view published.segments is 'One row per segment of the live night.';

create view published.customer_segments as
  select night, customer_key, segment, cluster, recency_days, orders_count, net_value,
    r_score, f_score, m_score, previous_segment, changed_on
  from publish.customer_segments;
comment on view published.customer_segments is 'One row per customer in the live night.';

create view published.segment_profile as
  select night, segment, position, customers, customers_share, revenue, revenue_share, mean_recency_days,
    mean_orders_count, mean_net_value, median_recency_days, median_orders_count, median_net_value,
    previous_customers, moved_in, moved_out
  from publish.segment_profile;
comment on view published.segment_profile is 'One row per segment per published night.';

create view published.segment_moves as
  select night, from_segment, to_segment, customers, revenue
  from publish.segment_moves;
comment on view published.segment_moves is 'One row per published night, segment left and segment entered; who stays is a row too.';

-- the views say what their tables say
do $$
declare
  c record;
begin
  for c in
    select a.attname as column_name, v.relname as view_name,
      col_description(t.oid, ta.attnum) as description
    from pg_class v
    join pg_attribute a on a.attrelid = v.oid and a.attnum > 0
    join pg_class t on t.relname = v.relname and t.relnamespace = 'publish'::regnamespace
    join pg_attribute ta on ta.attrelid = t.oid and ta.attname = a.attname
    where v.relnamespace = 'published'::regnamespace
  loop
    execute format('comment on column published.%I.%I is %L', c.view_name, c.column_name, c.description);
  end loop;
end $$;

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
