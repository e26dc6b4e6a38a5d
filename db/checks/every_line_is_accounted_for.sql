-- Kept, left-out and rejected lines add up to the lines read, for each source of orders.
select f.source, f.lines_read, o.lines as lines_accounted_for
from (
  select f.source, sum(f.lines_read) as lines_read
  from ingest.files f join ingest.sources s using (source)
  where f.verdict = 'loaded' and s.feed in ('order-lines', 'orders')
  group by f.source
) f
left join (
  select source, sum(lines) as lines from orders.line_outcomes where night = :night group by source
) o using (source)
where f.lines_read <> coalesce(o.lines, 0)
