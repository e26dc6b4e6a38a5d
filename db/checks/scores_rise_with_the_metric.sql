-- A customer who is better on a metric never has a lower score on it; within a nested rule, among
-- those with the same scores before. Only rules that separate equal values give them different scores.
select metric, within, score, worst, best_below
from (
  select s.metric, f.rule, s.within, s.score, min(s.value) as worst,
    lag(max(s.value)) over (partition by s.metric, s.within order by s.score) as best_below
  from rfm.fits f
  cross join lateral (
    select f.metric, v.value, case when f.rule = 'nested' then v.within else '' end as within,
      case when f.direction = '1-is-best' then -v.score else v.score end as score
    from rfm.scores c
    cross join lateral (
      values
        ('recency', -c.recency_days::double precision, c.r_score, ''),
        ('frequency', c.frequency, c.f_score, concat(c.r_score)),
        ('monetary', c.monetary, c.m_score, concat_ws('-', c.r_score, c.f_score))
    ) v (metric, value, score, within)
    where c.night = f.night and c.standing = 'scored' and v.metric = f.metric
  ) s
  where f.night = :night
  group by s.metric, f.rule, s.within, s.score
) bins
where worst < best_below
  or worst = best_below and rule not in ('rank-first', 'ntile', 'nested')
