-- The customers who came, stayed or left add up to each segment's customers before and now.
select p.segment, p.customers, p.previous_customers, m.entered, m.left_behind
from segments.profiles p
cross join lateral (
  select
    coalesce(sum(customers) filter (where to_segment = p.segment), 0) as entered,
    coalesce(sum(customers) filter (where from_segment = p.segment), 0) as left_behind
  from segments.moves where night = :night
) m
where p.night = :night
  and (p.customers <> m.entered
    or p.previous_customers <> m.left_behind
    or p.customers - p.previous_customers <> p.moved_in - p.moved_out)
