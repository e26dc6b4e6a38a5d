-- Orders are kept by landing file, and what holds for a time is kept as intervals, so that a night
-- reads and writes what is new and nothing else.

-- orders: made anew from the lines by the next night
drop table orders.orders;
truncate orders.customers;

create table orders.files (
  file_id bigint primary key,
  source text not null,
  night date not null,
  policy text not null,
  lines_loaded bigint not null,
  last_day date
);
comment on table orders.files is 'One row per loaded file whose lines are in the orders or customers.';
comment on column orders.files.file_id is 'The landing file.';
comment on column orders.files.source is 'Source of the file.';
comment on column orders.files.night is 'As of which night its lines were read.';
comment on column orders.files.policy is 'The policy of its source, as it was read.';
comment on column orders.files.lines_loaded is 'Lines that it had; mended rejects raise the number in the file ledger.';
comment on column orders.files.last_day is 'Day of its latest line; null where it has none.';

create table orders.order_parts (
  source text not null,
  order_number text not null,
  customer_key text,
  file_id bigint not null,
  booked_on date not null,
  outcome text not null,
  is_return boolean not null,
  first_line bigint,
  last_line bigint,
  lines_count bigint not null,
  value numeric not null,
  country text,
  attributes jsonb,
  ordered_on date not null,
  is_order_kept boolean not null,
  is_order boolean not null
);
comment on table orders.order_parts is 'One row per order, customer, landing file, day and outcome of its lines, returns apart: for most orders one row.';
comment on column orders.order_parts.source is 'Source of the order.';
comment on column orders.order_parts.order_number is 'Number of the order in its source.';
comment on column orders.order_parts.customer_key is 'PII. Key of the customer; null where the lines name none.';
comment on column orders.order_parts.file_id is 'The landing file.';
comment on column orders.order_parts.booked_on is 'Day of the lines.';
comment on column orders.order_parts.outcome is 'kept, or the reason why the lines are left out.';
comment on column orders.order_parts.is_return is 'Whether the lines are returns.';
comment on column orders.order_parts.first_line is 'First of the lines in the file; null where repeated lines all count.';
comment on column orders.order_parts.last_line is 'Last of the lines in the file; null where repeated lines all count.';
comment on column orders.order_parts.lines_count is 'How many lines they are.';
comment on column orders.order_parts.value is 'Their value, negative for returns, in the business currency.';
comment on column orders.order_parts.country is 'Country of the order.';
comment on column orders.order_parts.attributes is 'Further values of the order by name; null for none.';
comment on column orders.order_parts.ordered_on is 'Day for which the whole order counts: of its first line that is no return, of its first return where there is no other. The day of the lines where they are left out.';
comment on column orders.order_parts.is_order_kept is 'Whether the whole order counts for recency and frequency: it is not a return, and worth more than zero after its returns, or free where its source counts free lines.';
comment on column orders.order_parts.is_order is 'Stands on one part of each order that counts, so that orders can be counted.';
create index order_parts_by_order on orders.order_parts (source, order_number);
create index order_parts_by_customer on orders.order_parts (customer_key, ordered_on);
create index order_parts_by_day on orders.order_parts (ordered_on);
create index order_parts_by_file on orders.order_parts (file_id);

create view orders.orders as
  select source, order_number, customer_key, ordered_on, bool_or(is_order_kept) as is_kept,
    sum(lines_count)::bigint as lines_count, sum(value) as net_value
  from orders.order_parts
  where outcome = 'kept'
  group by source, order_number, customer_key, ordered_on;
comment on view orders.orders is 'One row per order and customer, as known on the date of the last night (a number that two customers share is two orders).';
comment on column orders.orders.source is 'Source of the order.';
comment on column orders.orders.order_number is 'Number of the order in its source.';
comment on column orders.orders.customer_key is 'PII. Key of the customer.';
comment on column orders.orders.ordered_on is 'Day of the first line that is no return; of the first return where there is no other line.';
comment on column orders.orders.is_kept is 'Whether the order counts for recency and frequency: not a return, and worth more than zero after its returns, or free where its source counts free lines.';
comment on column orders.orders.lines_count is 'Kept lines, returns among them.';
comment on column orders.orders.net_value is 'Value of the kept lines less returns, in the business currency.';

create table orders.file_outcomes (
  file_id bigint not null,
  outcome text not null,
  lines bigint not null,
  primary key (file_id, outcome)
);
comment on table orders.file_outcomes is 'One row per loaded file and outcome of its lines, as of the last night.';
comment on column orders.file_outcomes.file_id is 'The landing file.';
comment on column orders.file_outcomes.outcome is 'kept, or the reason why the lines are left out.';
comment on column orders.file_outcomes.lines is 'Lines with that outcome.';

alter table ingest.sources add has_country boolean not null default true;
alter table ingest.sources add has_attributes boolean not null default true;
alter table ingest.sources add is_free_line_counted boolean not null default false;
comment on column ingest.sources.is_free_line_counted is 'Whether a line worth nothing is kept, and an order of nothing else counts.';
comment on column ingest.sources.has_country is 'Whether the lines carry a country.';
comment on column ingest.sources.has_attributes is 'Whether the lines carry further values by name.';

create sequence orders.builds;
alter table orders.customers add attributes jsonb;
alter table orders.customers add build bigint not null;
comment on column orders.customers.country is 'Country of residence, else of the latest order.';
comment on column orders.customers.attributes is 'Further values of the latest order by name; null for none.';
comment on column orders.customers.build is 'Counts on with every run of the stage: the one in which the customer''s orders last changed.';
create index customer_records_by_customer on ingest.customer_records (customer_key);
drop index ingest.order_lines_by_file;
create index order_lines_by_file on ingest.order_lines using brin (file_id, line_number) with (pages_per_range = 64);

-- rfm: metrics as intervals, scores of the last night only
create table rfm.nights (
  night date primary key,
  build bigint not null,
  definition text not null
);
comment on table rfm.nights is 'One row per night: what its metrics were made of.';
comment on column rfm.nights.night is 'The business date.';
comment on column rfm.nights.build is 'The last run of the orders stage whose orders are in the metrics.';
comment on column rfm.nights.definition is 'How the metrics are defined: window, frequency and monetary.';

create table rfm.metrics (
  customer_key text not null,
  valid_from date not null,
  valid_to date,
  standing text not null check (standing in ('scored', 'prospect', 'net-returner')),
  first_ordered_on date,
  last_ordered_on date,
  orders_count bigint not null,
  net_value numeric not null,
  frequency double precision not null,
  monetary double precision not null
) partition by list (valid_to);
create table rfm.metrics_live partition of rfm.metrics for values in (null);
create table rfm.metrics_past partition of rfm.metrics default;
create unique index metrics_live_by_customer on rfm.metrics_live (customer_key);
create index metrics_past_by_customer on rfm.metrics_past (customer_key, valid_to);
create index metrics_past_by_end on rfm.metrics_past (valid_to);
comment on table rfm.metrics is 'One row per customer and time in which nothing but the calendar changed.';
comment on table rfm.metrics_live is 'One row per customer: what holds still.';
comment on table rfm.metrics_past is 'One row per customer and time that is over.';
comment on column rfm.metrics.customer_key is 'PII. Key of the customer.';
comment on column rfm.metrics.valid_from is 'First night of the time.';
comment on column rfm.metrics.valid_to is 'Night from which on it no longer holds; null where it still does.';
comment on column rfm.metrics.standing is 'scored; prospect (no kept order yet); net-returner (worth less than zero in the window, or zero after returns).';
comment on column rfm.metrics.first_ordered_on is 'Day of the first kept order; null for a prospect.';
comment on column rfm.metrics.last_ordered_on is 'Day of the last kept order, from which recency is counted; null for a prospect.';
comment on column rfm.metrics.orders_count is 'Kept orders in the window.';
comment on column rfm.metrics.net_value is 'Value less returns in the window, in the business currency.';
comment on column rfm.metrics.frequency is 'Frequency as it is scored: orders, days or lines in the window.';
comment on column rfm.metrics.monetary is 'Monetary value as it is scored: sum, or mean per order, in the business currency; in the precision in which cut points are compared.';

create table rfm.fits (
  night date not null,
  metric text not null check (metric in ('recency', 'frequency', 'monetary')),
  rule text not null,
  bins integer not null check (bins between 2 and 10),
  direction text not null check (direction in ('n-is-best', '1-is-best')),
  fitted_on date not null,
  primary key (night, metric)
);
comment on table rfm.fits is 'One row per night and metric: how its scores were made.';
comment on column rfm.fits.night is 'The business date.';
comment on column rfm.fits.metric is 'recency (days), frequency (orders) or monetary (business currency).';
comment on column rfm.fits.rule is 'Scoring rule that found the cut points.';
comment on column rfm.fits.bins is 'Scores that there are.';
comment on column rfm.fits.direction is 'Which score is the best: n-is-best or 1-is-best.';
comment on column rfm.fits.fitted_on is 'Night in which the cut points were found.';

alter table rfm.cut_points add within text not null default '';
alter table rfm.cut_points add tie_key text;
alter table rfm.cut_points add is_inclusive boolean not null default false;
alter table rfm.cut_points drop constraint cut_points_pkey;
alter table rfm.cut_points add primary key (night, metric, within, position);
comment on column rfm.cut_points.value is 'Border between two bins, in the unit of the metric.';
comment on column rfm.cut_points.within is 'Scores on the metrics before, side by side, for whom the cut point holds; empty where it holds for all.';
comment on column rfm.cut_points.tie_key is 'PII. Key of the last customer below, where equal values are parted by key; null where they stay together.';
comment on column rfm.cut_points.is_inclusive is 'Whether a value equal to the cut point is in the bin above.';

create temporary table old_scores on commit drop as select * from rfm.scores;
drop table rfm.scores;
create table rfm.scores (
  night date not null,
  customer_key text not null,
  standing text not null,
  recency_days integer,
  orders_count bigint not null,
  net_value numeric not null,
  frequency double precision not null,
  monetary double precision not null,
  r_score integer,
  f_score integer,
  m_score integer,
  r_before integer,
  f_before integer,
  m_before integer
);
comment on table rfm.scores is 'One row per customer, of the last night only: recency, frequency, monetary and their scores.';
comment on column rfm.scores.night is 'The business date.';
comment on column rfm.scores.customer_key is 'PII. Key of the customer.';
comment on column rfm.scores.standing is 'scored; prospect (no kept order yet); net-returner (worth less than zero in the window, or zero after returns).';
comment on column rfm.scores.recency_days is 'Calendar days from the last kept order to the night.';
comment on column rfm.scores.orders_count is 'Kept orders in the window.';
comment on column rfm.scores.net_value is 'Value less returns in the window, in the business currency.';
comment on column rfm.scores.frequency is 'Frequency as it is scored: orders, days or lines in the window.';
comment on column rfm.scores.monetary is 'Monetary value as it is scored: sum, or mean per order, in the business currency.';
comment on column rfm.scores.r_score is 'Recency score; null unless scored.';
comment on column rfm.scores.f_score is 'Frequency score; null unless scored.';
comment on column rfm.scores.m_score is 'Monetary score; null unless scored.';
comment on column rfm.scores.r_before is 'Recency score by the cut points of the night before; null where there are none, or not scored.';
comment on column rfm.scores.f_before is 'Frequency score by the cut points of the night before.';
comment on column rfm.scores.m_before is 'Monetary score by the cut points of the night before.';

insert into rfm.nights select distinct night, 0, '' from old_scores;
insert into rfm.metrics
select customer_key, min(night), (select min(n.night) from rfm.nights n where n.night > max(islands.night)),
  standing, first_ordered_on, last_ordered_on, orders_count, net_value, orders_count, net_value
from (
  select *, count(*) filter (where is_change) over (partition by customer_key order by night) as island
  from (
    select *,
      dense_rank() over (order by night) - row_number() over (partition by customer_key order by night) as stretch,
      (standing, first_ordered_on, last_ordered_on, orders_count, net_value) is distinct from
      lag((standing, first_ordered_on, last_ordered_on, orders_count, net_value))
        over (partition by customer_key order by night) as is_change
    from old_scores
  ) changes
) islands
group by customer_key, stretch, island, standing, first_ordered_on, last_ordered_on, orders_count, net_value;

-- segments: memberships as intervals
create table segments.nights (
  night date primary key,
  map text not null,
  definition text not null
);
comment on table segments.nights is 'One row per night: what its segments were named by.';
comment on column segments.nights.night is 'The business date.';
comment on column segments.nights.map is 'Name of the segment map.';
comment on column segments.nights.definition is 'The rules of the map and how its scores were made; another text means that moves of the night are due to settings.';
insert into segments.nights select distinct night, '', '' from segments.segments;

alter table segments.segments add channel text not null default '';
alter table segments.segments add offer text not null default '';
comment on column segments.segments.position is 'Place in the map, 1 for the best; a move to a lower place is an upgrade.';
comment on column segments.segments.channel is 'Where marketing is advised to speak to them.';
comment on column segments.segments.offer is 'What marketing is advised to offer them.';

create table segments.cells (
  night date not null,
  r_score integer not null,
  f_score integer not null,
  m_score integer not null,
  segment text not null,
  rule text not null,
  primary key (night, r_score, f_score, m_score),
  foreign key (night, segment) references segments.segments on delete cascade
);
comment on table segments.cells is 'One row per night and combination of scores: the segment that the map gives it.';
comment on column segments.cells.night is 'The business date.';
comment on column segments.cells.r_score is 'Recency score.';
comment on column segments.cells.f_score is 'Frequency score.';
comment on column segments.cells.m_score is 'Monetary score.';
comment on column segments.cells.segment is 'Name of the segment.';
comment on column segments.cells.rule is 'Rule of the map that matched, as it is written.';

create temporary table old_memberships on commit drop as select * from segments.memberships;
drop table segments.memberships;
create table segments.memberships (
  customer_key text not null,
  valid_from date not null,
  valid_to date,
  segment text not null,
  r_score integer,
  f_score integer,
  m_score integer,
  previous_segment text,
  changed_on date not null,
  cause text not null check (cause in ('new', 'behaviour', 'drift', 'settings'))
) partition by list (valid_to);
create table segments.memberships_live partition of segments.memberships for values in (null);
create table segments.memberships_past partition of segments.memberships default;
create unique index memberships_live_by_customer on segments.memberships_live (customer_key);
create index memberships_past_by_customer on segments.memberships_past (customer_key, valid_to);
create index memberships_past_by_end on segments.memberships_past (valid_to);
comment on table segments.memberships is 'One row per customer and time in which segment and scores were the same.';
comment on table segments.memberships_live is 'One row per customer: what holds still.';
comment on table segments.memberships_past is 'One row per customer and time that is over.';
comment on column segments.memberships.customer_key is 'PII. Key of the customer.';
comment on column segments.memberships.valid_from is 'First night of the time.';
comment on column segments.memberships.valid_to is 'Night from which on it no longer holds; null where it still does.';
comment on column segments.memberships.segment is 'Name of the segment.';
comment on column segments.memberships.r_score is 'Recency score; null unless scored.';
comment on column segments.memberships.f_score is 'Frequency score; null unless scored.';
comment on column segments.memberships.m_score is 'Monetary score; null unless scored.';
comment on column segments.memberships.previous_segment is 'Segment before the last change; null for who never changed.';
comment on column segments.memberships.changed_on is 'Night in which the customer entered the segment.';
comment on column segments.memberships.cause is 'Why the customer entered it: new, behaviour (the customer changed), drift (only the cut points did), settings (the map or the rules did).';

insert into segments.memberships
select customer_key, min(night), (select min(n.night) from segments.nights n where n.night > max(islands.night)),
  segment, substr(score_code, 1, 1)::integer, substr(score_code, 2, 1)::integer,
  substr(score_code, 3, 1)::integer,
  (array_agg(previous_segment order by night))[1], changed_on,
  case when (array_agg(previous_segment order by night))[1] is null then 'new' else 'behaviour' end
from (
  select *, count(*) filter (where is_change) over (partition by customer_key order by night) as island
  from (
    select *,
      dense_rank() over (order by night) - row_number() over (partition by customer_key order by night) as stretch,
      (segment, score_code, changed_on) is distinct from
      lag((segment, score_code, changed_on)) over (partition by customer_key order by night) as is_change
    from old_memberships
  ) changes
) islands
group by customer_key, stretch, island, segment, score_code, changed_on;

alter table segments.moves drop constraint moves_night_from_segment_to_segment_key;
alter table segments.moves add cause text check (cause in ('new', 'vanished', 'behaviour', 'drift', 'settings'));
alter table segments.moves add direction text not null default 'stayed'
  check (direction in ('stayed', 'upgrade', 'downgrade', 'entered', 'left'));
update segments.moves set
  cause = case when from_segment is null then 'new' when to_segment is null then 'vanished' when from_segment <> to_segment then 'behaviour' end,
  direction = case when from_segment is null then 'entered' when to_segment is null then 'left' when from_segment <> to_segment then 'downgrade' else 'stayed' end;
update segments.moves m set direction = 'upgrade'
from segments.segments f, segments.segments t
where f.night = m.night and t.night = m.night and f.segment = m.from_segment and t.segment = m.to_segment
  and t.position < f.position;
alter table segments.moves add unique nulls not distinct (night, from_segment, to_segment, cause);
comment on table segments.moves is 'One row per night, segment left, segment entered and cause; who stays is a row too.';
comment on column segments.moves.cause is 'new, vanished, behaviour (the customer changed), drift (only the cut points did), settings (the map or the rules did); null for who stays.';
comment on column segments.moves.direction is 'upgrade or downgrade by the places of the segments in the map; entered, left or stayed.';

alter table segments.profiles add mean_order_value numeric;
comment on column segments.profiles.mean_order_value is 'Value of the segment''s orders in the window by their number, in the business currency; null without an order.';

create table segments.profile_attributes (
  night date not null,
  segment text not null,
  attribute text not null,
  value text not null,
  customers bigint not null,
  customers_share numeric not null,
  share_index numeric not null,
  primary key (night, segment, attribute, value),
  foreign key (night, segment) references segments.segments on delete cascade
);
comment on table segments.profile_attributes is 'One row per night, segment, profile attribute and one of its most frequent values there.';
comment on column segments.profile_attributes.night is 'The business date.';
comment on column segments.profile_attributes.segment is 'Name of the segment.';
comment on column segments.profile_attributes.attribute is 'country, or the name of an attribute of the orders.';
comment on column segments.profile_attributes.value is 'The value that the customers share.';
comment on column segments.profile_attributes.customers is 'Customers of the segment with the value.';
comment on column segments.profile_attributes.customers_share is 'Their share of the segment, 0 to 1.';
comment on column segments.profile_attributes.share_index is '100 times the share in the segment by the share among all customers: over 100 means more than usual.';

-- publish
alter table publish.segments add channel text not null default '';
alter table publish.segments add offer text not null default '';
alter table publish.customer_segments add cause text not null default 'behaviour';
alter table publish.segment_profile add mean_order_value numeric;
alter table publish.segment_moves drop constraint segment_moves_night_from_segment_to_segment_key;
alter table publish.segment_moves add cause text;
alter table publish.segment_moves add direction text not null default 'stayed';
alter table publish.segment_moves add unique nulls not distinct (night, from_segment, to_segment, cause);
update publish.segment_moves p set cause = m.cause, direction = m.direction
from segments.moves m
where m.night = p.night and m.from_segment is not distinct from p.from_segment
  and m.to_segment is not distinct from p.to_segment;
comment on table publish.segment_moves is 'One row per published night, segment left, segment entered and cause; who stays is a row too.';
comment on column publish.segments.channel is 'Where marketing is advised to speak to them.';
comment on column publish.segments.offer is 'What marketing is advised to offer them.';
comment on column publish.customer_segments.previous_segment is 'Segment before the last change; null for who never changed.';
comment on column publish.customer_segments.cause is 'Why the customer entered the segment: new, behaviour, drift or settings.';
comment on column publish.segment_profile.mean_order_value is 'Value of the segment''s orders in the window by their number, in the business currency; null without an order.';
comment on column publish.segment_moves.cause is 'new, vanished, behaviour (the customer changed), drift (only the cut points did), settings (the map or the rules did); null for who stays.';
comment on column publish.segment_moves.direction is 'upgrade or downgrade by the places of the segments in the map; entered, left or stayed.';

create table publish.segment_attributes (like segments.profile_attributes including comments);
alter table publish.segment_attributes add primary key (night, segment, attribute, value);
comment on table publish.segment_attributes is 'One row per published night, segment, profile attribute and one of its most frequent values there.';

create or replace view published.segments as
  select night, segment, position, description, action, customers, revenue, channel, offer
  from publish.segments;
create or replace view published.customer_segments as
  select night, customer_key, segment, cluster, recency_days, orders_count, net_value,
    r_score, f_score, m_score, previous_segment, changed_on, cause, night - changed_on as days_in_segment
  from publish.customer_segments;
create or replace view published.segment_profile as
  select night, segment, position, customers, customers_share, revenue, revenue_share, mean_recency_days,
    mean_orders_count, mean_net_value, median_recency_days, median_orders_count, median_net_value,
    previous_customers, moved_in, moved_out, mean_order_value
  from publish.segment_profile;
create or replace view published.segment_moves as
  select night, from_segment, to_segment, customers, revenue, cause, direction
  from publish.segment_moves;
comment on view published.segment_moves is 'One row per published night, segment left, segment entered and cause; who stays is a row too.';
create view published.segment_attributes as
  select night, segment, attribute, value, customers, customers_share, share_index
  from publish.segment_attributes;
comment on view published.segment_attributes is 'One row per published night, segment, profile attribute and one of its most frequent values there.';
create view published.membership_history as
  select customer_key, valid_from, case when valid_to <= last then valid_to end as valid_to,
    segment, r_score, f_score, m_score, previous_segment, changed_on, cause
  from segments.memberships
  cross join (select max(night) as last from publish.publications) published
  where valid_from <= last;
comment on view published.membership_history is 'One row per customer and time in which segment and scores were the same, up to the live night.';

-- partitions and views say what their tables say
do $$
declare
  c record;
begin
  for c in
    select v.relnamespace::regnamespace::text as schema_name, v.relname as view_name,
      a.attname as column_name, col_description(t.oid, ta.attnum) as description
    from pg_class v
    join pg_attribute a on a.attrelid = v.oid and a.attnum > 0
    join pg_class t on (v.relnamespace = 'published'::regnamespace
        and (t.relnamespace = 'publish'::regnamespace and t.relname = v.relname
          or t.oid = 'segments.memberships'::regclass and v.relname = 'membership_history'))
      or t.oid = (select inhparent from pg_inherits where inhrelid = v.oid)
    join pg_attribute ta on ta.attrelid = t.oid and ta.attname = a.attname
    where v.relkind in ('v', 'r')
  loop
    execute format('comment on column %s.%I.%I is %L', c.schema_name, c.view_name, c.column_name, c.description);
  end loop;
end $$;
comment on column published.customer_segments.days_in_segment is 'Days from the night in which the customer entered the segment to the live night.';
do $$
begin
  if exists (select from pg_roles where rolname = 'nightjar_reader') then
    grant select on all tables in schema published to nightjar_reader;
  end if;
end $$;
