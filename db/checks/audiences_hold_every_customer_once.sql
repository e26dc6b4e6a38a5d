-- Where the audiences are the segments, every customer is in one: published, or excluded for a reason.
select m.customer_key, count(a.customer_key) as audiences
from segments.memberships m
left join audiences.members a on a.customer_key = m.customer_key
  and a.valid_from <= :night and (a.valid_to is null or a.valid_to > :night)
where m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
  and not exists (select from audiences.audiences where night = :night and segment is null)
group by m.customer_key
having count(a.customer_key) <> 1
