-- The members of each audience are the published and the excluded ones, and each member is there once.
select a.audience, a.members, a.published, e.excluded, m.rows, m.customers, m.unexcluded
from audiences.audiences a
left join (
  select audience, sum(customers) as excluded from audiences.exclusions where night = :night group by audience
) e using (audience)
left join (
  select audience, count(*) as rows, count(distinct customer_key) as customers,
    count(*) filter (where exclusion is null) as unexcluded
  from audiences.members
  where valid_from <= :night and (valid_to is null or valid_to > :night)
  group by audience
) m using (audience)
where a.night = :night
  and (a.members <> a.published + coalesce(e.excluded, 0)
    or a.members <> coalesce(m.rows, 0)
    or a.members <> coalesce(m.customers, 0)
    or a.published <> coalesce(m.unexcluded, 0))
