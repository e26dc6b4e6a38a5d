-- Scores follow from the metrics and the cut points. The stage rfm defines the view anew each night.

drop table rfm.scores;
create view rfm.scores as
  select null::date as night, customer_key, standing, null::integer as recency_days, orders_count,
    net_value, frequency, monetary, null::integer as r_score, null::integer as f_score,
    null::integer as m_score, null::integer as r_before, null::integer as f_before,
    null::integer as m_before, null::boolean as is_changed
  from rfm.metrics
  where false;
comment on view rfm.scores is 'One row per customer, of the last night only: recency, frequency, monetary and their scores.';
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
comment on column rfm.scores.is_changed is 'Whether the scores or the metrics differ from those of the night before.';

create sequence rfm.runs;
alter table rfm.nights add run bigint not null default 0;
comment on column rfm.nights.run is 'Counts on with every run of the stage.';
alter table segments.nights add scoring_run bigint not null default -1;
comment on column segments.nights.scoring_run is 'The run of the stage rfm whose scores were named.';
