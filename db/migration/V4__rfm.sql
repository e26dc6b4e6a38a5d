-- Metrics are kept as intervals of nights, cut points per night; scores are read off the two.

create schema rfm;

create sequence rfm.runs;

create table rfm.nights (
  night date primary key,
  build bigint not null,
  definition text not null,
  run bigint not null default 0,
  first_day date,
  frequency_counts text not null default 'orders',
  monetary_value text not null default 'sum'
);
comment on table rfm.nights is 'One row per night: what its metrics were made of.';
comment on column rfm.nights.night is 'The business date.';
comment on column rfm.nights.build is 'The last run of the orders stage whose orders are in the metrics.';
comment on column rfm.nights.definition is 'How the metrics are defined: window, frequency and monetary.';
comment on column rfm.nights.run is 'Counts on with every run of the stage.';
comment on column rfm.nights.frequency_counts is 'What frequency counts in the window: orders, days, lines or units.';
comment on column rfm.nights.monetary_value is 'What monetary is: sum (value less returns in the window) or mean-order.';
comment on column rfm.nights.first_day is 'First day of the window; null where it is the whole history.';

create table rfm.metrics (
  customer_key text not null,
  valid_from date not null,
  valid_to date,
  standing text not null check (standing in ('scored', 'lapsed', 'prospect', 'net-returner')),
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
comment on column rfm.metrics.customer_key is 'PII. Key of the customer.';
comment on column rfm.metrics.valid_from is 'First night of the time.';
comment on column rfm.metrics.valid_to is 'Night from which on it no longer holds; null where it still does.';
comment on column rfm.metrics.standing is 'scored; lapsed (no kept order in the window); prospect (no kept order yet); net-returner (worth less than zero in the window, or zero after returns).';
comment on column rfm.metrics.first_ordered_on is 'Day of the first kept order; null for a prospect.';
comment on column rfm.metrics.last_ordered_on is 'Day of the last kept order, from which recency is counted; null for a prospect.';
comment on column rfm.metrics.orders_count is 'Kept orders in the window, by their days.';
comment on column rfm.metrics.net_value is 'Value less returns in the window, each by its own day, in the business currency.';
comment on column rfm.metrics.frequency is 'Frequency as it is scored: orders, days, lines or units in the window.';
comment on column rfm.metrics.monetary is 'Monetary value as it is scored: sum, or mean per order, in the business currency; in the precision in which cut points are compared.';
comment on table rfm.metrics_live is 'One row per customer: what holds still.';
comment on table rfm.metrics_past is 'One row per customer and time that is over.';
-- the partitions' columns mean what the table's do
do $$
declare
  c record;
begin
  for c in
    select inhrelid::regclass as part, attname as column_name, col_description(inhparent, attnum) as description
    from pg_inherits
    join pg_attribute on attrelid = inhparent and attnum > 0
    where inhparent = 'rfm.metrics'::regclass
  loop
    execute format('comment on column %s.%I is %L', c.part, c.column_name, c.description);
  end loop;
end $$;

create table rfm.fits (
  night date not null,
  metric text not null check (metric in ('recency', 'frequency', 'monetary')),
  rule text not null,
  bins integer not null check (bins between 2 and 10),
  direction text not null check (direction in ('n-is-best', '1-is-best')),
  fitted_on date not null,
  lowest integer not null default 1,
  impossible integer[] not null default '{}',
  primary key (night, metric)
);
comment on table rfm.fits is 'One row per night and metric: how its scores were made.';
comment on column rfm.fits.night is 'The business date.';
comment on column rfm.fits.metric is 'recency (days), frequency (orders) or monetary (business currency).';
comment on column rfm.fits.rule is 'Scoring rule that found the cut points.';
comment on column rfm.fits.bins is 'Scores that there are.';
comment on column rfm.fits.direction is 'Which score is the best: n-is-best or 1-is-best.';
comment on column rfm.fits.fitted_on is 'Night in which the cut points were found.';
comment on column rfm.fits.lowest is 'The lowest score, as the segment map numbers them.';
comment on column rfm.fits.impossible is 'Scores that nobody can have by the cut points and the window.';

create table rfm.cut_points (
  night date not null,
  metric text not null check (metric in ('recency', 'frequency', 'monetary')),
  position integer not null,
  value double precision not null,
  within text not null default '',
  tie_key text,
  is_inclusive boolean not null default false,
  primary key (night, metric, within, position)
);
comment on table rfm.cut_points is 'One row per night, metric and cut point.';
comment on column rfm.cut_points.night is 'The business date.';
comment on column rfm.cut_points.metric is 'recency (days), frequency (orders) or monetary (business currency).';
comment on column rfm.cut_points.position is '1 for the lowest.';
comment on column rfm.cut_points.value is 'Border between two bins, in the unit of the metric.';
comment on column rfm.cut_points.within is 'Scores on the metrics before, side by side, of the customers for whom the cut point holds; empty where it holds for all.';
comment on column rfm.cut_points.tie_key is 'PII. Key at which equal values are parted; null where they stay together.';
comment on column rfm.cut_points.is_inclusive is 'Whether a value equal to the cut point is in the bin above; with tie_key, whether the keys up to it are, instead of those after it.';

-- Scores follow from the metrics and the cut points. The stage rfm defines the view again each night.
create view rfm.scores as
  select null::date as night, customer_key, standing, null::integer as recency_days, orders_count,
    net_value, frequency, monetary, null::integer as r_score, null::integer as f_score,
    null::integer as m_score, null::integer as r_before, null::integer as f_before,
    null::integer as m_before, null::boolean as is_changed, first_ordered_on
  from rfm.metrics
  where false;
comment on view rfm.scores is 'One row per customer, of the last night only: recency, frequency, monetary and their scores.';
comment on column rfm.scores.night is 'The business date.';
comment on column rfm.scores.customer_key is 'PII. Key of the customer.';
comment on column rfm.scores.standing is 'scored; lapsed (no kept order in the window); prospect (no kept order yet); net-returner (worth less than zero in the window, or zero after returns).';
comment on column rfm.scores.recency_days is 'Calendar days from the last kept order to the night.';
comment on column rfm.scores.orders_count is 'Kept orders in the window, by their days.';
comment on column rfm.scores.net_value is 'Value less returns in the window, each by its own day, in the business currency.';
comment on column rfm.scores.frequency is 'Frequency as it is scored: orders, days, lines or units in the window.';
comment on column rfm.scores.monetary is 'Monetary value as it is scored: sum, or mean per order, in the business currency.';
comment on column rfm.scores.r_score is 'Recency score; null unless scored.';
comment on column rfm.scores.f_score is 'Frequency score; null unless scored.';
comment on column rfm.scores.m_score is 'Monetary score; null unless scored.';
comment on column rfm.scores.r_before is 'Recency score by the cut points of the night before; null where there are none, or not scored.';
comment on column rfm.scores.f_before is 'Frequency score by the cut points of the night before.';
comment on column rfm.scores.m_before is 'Monetary score by the cut points of the night before.';
comment on column rfm.scores.first_ordered_on is 'Day of the first kept order; null for a prospect.';
comment on column rfm.scores.is_changed is 'Whether the scores or the metrics differ from those of the night before.';
