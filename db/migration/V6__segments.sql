create schema segments;

create table segments.segments (
  night date not null,
  segment text not null,
  position integer not null,
  description text not null,
  action text not null,
  primary key (night, segment)
);
comment on table segments.segments is 'One row per night and segment that the map names.';
comment on column segments.segments.night is 'The business date.';
comment on column segments.segments.segment is 'Name of the segment.';
comment on column segments.segments.position is 'Place in the map, 1 for the best.';
comment on column segments.segments.description is 'Who is in it, in one line.';
comment on column segments.segments.action is 'What marketing is advised to do.';

create table segments.memberships (
  night date not null,
  customer_key text not null,
  segment text not null,
  score_code text,
  previous_segment text,
  changed_on date not null,
  primary key (night, customer_key),
  foreign key (night, segment) references segments.segments on delete cascade
);
comment on table segments.memberships is 'One row per customer per night: the segment, and the one before.';
comment on column segments.memberships.night is 'The business date.';
comment on column segments.memberships.customer_key is 'PII. Key of the customer.';
comment on column segments.memberships.segment is 'Name of the segment.';
comment on column segments.memberships.score_code is 'R, F and M score side by side, as 543; null unless scored.';
comment on column segments.memberships.previous_segment is 'Segment in the night before this one; null for a new customer.';
comment on column segments.memberships.changed_on is 'Night in which the customer entered the segment.';

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

create table segments.moves (
  night date not null,
  from_segment text,
  to_segment text,
  customers bigint not null,
  revenue numeric not null,
  unique nulls not distinct (night, from_segment, to_segment)
);
comment on table segments.moves is 'One row per night, segment left and segment entered; who stays is a row too.';
comment on column segments.moves.night is 'The business date.';
comment on column segments.moves.from_segment is 'Segment in the night before; null for new customers.';
comment on column segments.moves.to_segment is 'Segment in this night; null for customers who vanished.';
comment on column segments.moves.customers is 'Customers who took that way.';
comment on column segments.moves.revenue is 'Their value less returns in the window of this night; of the night before for who vanished.';
