-- Segments and their names of each night; memberships are intervals of nights.

create schema segments;

create table segments.nights (
  night date primary key,
  map text not null,
  definition text not null,
  scoring_run bigint not null default -1
);
comment on table segments.nights is 'One row per night: what its segments were named by.';
comment on column segments.nights.night is 'The business date.';
comment on column segments.nights.map is 'Name of the segment map.';
comment on column segments.nights.definition is 'The rules of the map and how its scores were made; another text means that moves of the night are due to settings.';
comment on column segments.nights.scoring_run is 'The run of the stage rfm whose scores were named.';

create table segments.segments (
  night date not null,
  segment text not null,
  position integer not null,
  description text not null,
  action text not null,
  channel text not null,
  offer text not null,
  primary key (night, segment)
);
comment on table segments.segments is 'One row per night and segment that the map names.';
comment on column segments.segments.night is 'The business date.';
comment on column segments.segments.segment is 'Name of the segment.';
comment on column segments.segments.position is 'Place in the map, 1 for the best; a move to a lower place is an upgrade.';
comment on column segments.segments.description is 'Who is in it, in one line.';
comment on column segments.segments.action is 'What marketing is advised to do.';
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
comment on column segments.cells.segment is 'Name of the segment of the customers for whom no rule with conditions holds.';
comment on column segments.cells.rule is 'Rule of the map that matched, as it is written.';

create table segments.rules (
  night date not null,
  position integer not null,
  segment text not null,
  rule text not null,
  cells text[] not null,
  conditions jsonb not null,
  primary key (night, position),
  foreign key (night, segment) references segments.segments on delete cascade
);
comment on table segments.rules is 'One row per night and rule of the map with conditions on facts about customers; the first that holds takes the customer, otherwise the cell does.';
comment on column segments.rules.night is 'The business date.';
comment on column segments.rules.position is 'Place in the map, 1 for the first that is tried.';
comment on column segments.rules.segment is 'Name of the segment.';
comment on column segments.rules.rule is 'The rule as it is written.';
comment on column segments.rules.cells is 'R, F and M scores, such as 543, of the cells in which it is tried.';
comment on column segments.rules.conditions is 'Its conditions on facts, by the keys of the settings.';

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
  cause text not null
    check (cause in ('new', 'orders', 'time', 'attributes', 'cut-points', 'both', 'settings')),
  rule integer,
  attributes jsonb
) partition by list (valid_to);
create table segments.memberships_live partition of segments.memberships for values in (null);
create table segments.memberships_past partition of segments.memberships default;
create unique index memberships_live_by_customer on segments.memberships_live (customer_key);
create index memberships_past_by_customer on segments.memberships_past (customer_key, valid_to);
create index memberships_past_by_end on segments.memberships_past (valid_to);
comment on table segments.memberships is 'One row per customer and time in which segment, scores and what the rule looks at were the same.';
comment on column segments.memberships.customer_key is 'PII. Key of the customer.';
comment on column segments.memberships.valid_from is 'First night of the time.';
comment on column segments.memberships.valid_to is 'Night from which on it no longer holds; null where it still does.';
comment on column segments.memberships.segment is 'Name of the segment.';
comment on column segments.memberships.r_score is 'Recency score; null unless scored.';
comment on column segments.memberships.f_score is 'Frequency score; null unless scored.';
comment on column segments.memberships.m_score is 'Monetary score; null unless scored.';
comment on column segments.memberships.previous_segment is 'Segment before the last change; null if it never changed.';
comment on column segments.memberships.changed_on is 'Night in which the customer entered the segment.';
comment on column segments.memberships.cause is 'Why the customer entered it: new, orders (the customer''s own orders changed), time (it only passed), attributes (an attribute of the customer changed), cut-points (only they changed), both (it took what changed with the customer, and other cut points), settings (the map or the rules did).';
comment on column segments.memberships.rule is 'Position in segments.rules of the rule with conditions that holds; null if none does.';
comment on column segments.memberships.attributes is 'Values of the attributes that conditions of the map look at; null if none do.';
comment on table segments.memberships_live is 'One row per customer: what holds still.';
comment on table segments.memberships_past is 'One row per customer and time that is over.';
-- the partitions' columns mean what the table's do
do $$
declare
  c record;
begin
  for c in
    select inhrelid::regclass as part, attname as column_name, col_description(inhparent, attnum) as description
    from pg_inherits
    join pg_attribute on attrelid = inhparent and attnum > 0
    where inhparent = 'segments.memberships'::regclass
  loop
    execute format('comment on column %s.%I is %L', c.part, c.column_name, c.description);
  end loop;
end $$;

create table segments.moves (
  night date not null,
  from_segment text,
  to_segment text,
  customers bigint not null,
  revenue numeric not null,
  cause text check (cause in ('new', 'vanished', 'orders', 'time', 'attributes', 'cut-points', 'both', 'settings')),
  direction text not null check (direction in ('stayed', 'upgrade', 'downgrade', 'entered', 'left')),
  unique nulls not distinct (night, from_segment, to_segment, cause)
);
comment on table segments.moves is 'One row per night, segment left, segment entered and cause; customers who stayed are a row too.';
comment on column segments.moves.night is 'The business date.';
comment on column segments.moves.from_segment is 'Segment in the night before; null for new customers.';
comment on column segments.moves.to_segment is 'Segment in this night; null for customers who left.';
comment on column segments.moves.customers is 'Customers who took that way.';
comment on column segments.moves.revenue is 'Their value less returns in the window of this night; of the night before for customers who left.';
comment on column segments.moves.cause is 'new, vanished, orders (the customer''s own orders changed), time (it only passed), attributes (an attribute of the customer changed), cut-points (only they changed), both (it took what changed with the customer, and other cut points), settings (the map or the rules did); null for customers who stayed.';
comment on column segments.moves.direction is 'upgrade or downgrade by the places of the segments in the map; entered, left or stayed.';

create table segments.profiles (
  night date not null,
  segment text not null,
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
  primary key (night, segment),
  foreign key (night, segment) references segments.segments on delete cascade
);
comment on table segments.profiles is 'One row per segment per night.';
comment on column segments.profiles.night is 'The business date.';
comment on column segments.profiles.segment is 'Name of the segment.';
comment on column segments.profiles.customers is 'Customers in the segment.';
comment on column segments.profiles.customers_share is 'Share of all customers, 0 to 1.';
comment on column segments.profiles.revenue is 'Their value less returns in the window, in the business currency.';
comment on column segments.profiles.revenue_share is 'Share of the revenue of all customers, 0 to 1.';
comment on column segments.profiles.mean_recency_days is 'Mean recency in days; null without an order.';
comment on column segments.profiles.mean_orders_count is 'Mean of orders in the window.';
comment on column segments.profiles.mean_net_value is 'Mean value in the window, in the business currency.';
comment on column segments.profiles.median_recency_days is 'Median recency in days; null without an order.';
comment on column segments.profiles.median_orders_count is 'Median of orders in the window.';
comment on column segments.profiles.median_net_value is 'Median value in the window, in the business currency.';
comment on column segments.profiles.previous_customers is 'Customers in the night before.';
comment on column segments.profiles.moved_in is 'Customers who were elsewhere, or not yet known, in the night before.';
comment on column segments.profiles.moved_out is 'Customers of the night before who are elsewhere, or gone.';
comment on column segments.profiles.mean_frequency is 'Mean of frequency as it is scored; frequency_counts says what it counts.';
comment on column segments.profiles.mean_monetary is 'Mean of monetary as it is scored, in the business currency; monetary_value says what it is.';
comment on column segments.profiles.median_frequency is 'Median of frequency as it is scored.';
comment on column segments.profiles.median_monetary is 'Median of monetary as it is scored, in the business currency.';
comment on column segments.profiles.frequency_counts is 'What frequency counts in the window: orders, days, lines or units.';
comment on column segments.profiles.monetary_value is 'What monetary is: sum (value less returns in the window) or mean-order.';
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
