-- The members of each audience are the published and the excluded ones, and each member is there once.
select a.audience, a.members, a.published, e.excluded, m.rows, m.unexcluded
from audiences.audiences a
left join (
  select audience, sum(customers) as excluded from audiences.exclusions where night = :night group by audience
) e using (audience)
left join (
  select audience, count(*) as rows, count(*) filter (where exclusion is null) as unexcluded
  from audiences.members
  where valid_from <= :night and (valid_to is null or valid_to > :night)
  group by audience
) m using (audience)
where a.night = :night
  and (a.members <> a.published + coalesce(e.excluded, 0)
    or a.members <> coalesce(m.rows, 0)
    or a.published <> coalesce(m.unexcluded, 0))
union all
-- A member who is there twice is there with a row that is over: of the others, an index allows one each.
select p.audience, count(*), null, null, null, null
from audiences.members_past p
join audiences.members o on o.customer_key = p.customer_key and o.audience = p.audience
  and o.valid_from <= :night and (o.valid_to is null or o.valid_to > :night)
  and (o.tableoid, o.ctid) <> (p.tableoid, p.ctid)
where p.valid_from <= :night and p.valid_to > :night
group by p.audience
union all
-- At each destination, too, the published and those who are left out only there are all.
select a.audience, a.members, a.published, d.published, d.channel_opted_out, d.no_consent
from audiences.audiences a
join audiences.destinations d using (night, audience)
left join audiences.destination_exclusions x on x.audience = d.audience and x.destination = d.destination
  and x.valid_from <= :night and (x.valid_to is null or x.valid_to > :night)
where a.night = :night
group by a.audience, a.members, a.published, d.published, d.channel_opted_out, d.no_consent, d.destination
having a.published <> d.published + d.channel_opted_out + d.no_consent
  or count(x.*) <> d.channel_opted_out + d.no_consent
