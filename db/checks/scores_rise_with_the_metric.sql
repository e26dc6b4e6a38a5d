-- A customer who is better on a metric never has a lower score on it.
select metric, score, worst, best_below
from (
  select metric, score, min(value) as worst,
    lag(max(value)) over (partition by metric order by score) as best_below
  from (
    select 'recency' as metric, r_score as score, -recency_days::numeric as value
    from rfm.scores where night = :night and standing = 'scored'
    union all
    select 'frequency', f_score, orders_count
    from rfm.scores where night = :night and standing = 'scored'
    union all
    select 'monetary', m_score, net_value
    from rfm.scores where night = :night and standing = 'scored'
  ) scored
  group by metric, score
) bins
where worst <= best_below
