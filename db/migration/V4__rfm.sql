create schema rfm;

create table rfm.cut_points (
  night date not null,
  metric text not null check (metric in ('recency', 'frequency', 'monetary')),
  position integer not null,
  value double precision not null,
  primary key (night, metric, position)
);
comment on table rfm.cut_points is 'One row per night, metric and cut point.';
comment on column rfm.cut_points.night is 'The business date.';
comment on column rfm.cut_points.metric is 'recency (days), frequency (orders) or monetary (business currency).';
comment on column rfm.cut_points.position is '1 for the lowest.';
comment on column rfm.cut_points.value is 'Highest value of the bin below, in the unit of the metric.';

create table rfm.scores (
  night date not null,
  customer_key text not null,
  standing text not null check (standing in ('scored', 'prospect', 'net-returner')),
  first_ordered_on date,
  last_ordered_on date,
  recency_days integer,
  orders_count bigint not null,
  net_value numeric not null,
  r_score integer,
  f_score integer,
  m_score integer,
  primary key (night, customer_key),
  check ((standing = 'scored') = (r_score is not null and f_score is not null and m_score is not null))
);
comment on table rfm.scores is 'One row per customer per night: recency, frequency, monetary and their scores.';
comment on column rfm.scores.night is 'The business date.';
comment on column rfm.scores.customer_key is 'PII. Key of the customer.';
comment on column rfm.scores.standing is 'scored; prospect (no kept order yet); net-returner (bought or returned in the window, worth zero or less).';
comment on column rfm.scores.first_ordered_on is 'Day of the first kept order; null for a prospect.';
comment on column rfm.scores.last_ordered_on is 'Day of the last kept order; null for a prospect.';
comment on column rfm.scores.recency_days is 'Calendar days from the last kept order to the night.';
comment on column rfm.scores.orders_count is 'Kept orders in the window.';
comment on column rfm.scores.net_value is 'Value less returns in the window, in the business currency.';
comment on column rfm.scores.r_score is '1 to n, n for the most recent; null unless scored.';
comment on column rfm.scores.f_score is '1 to n, n for the most frequent; null unless scored.';
comment on column rfm.scores.m_score is '1 to n, n for the highest value; null unless scored.';
