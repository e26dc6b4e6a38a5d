-- Every customer with a segment is in one audience: published, or excluded for a reason.
select m.customer_key, count(a.customer_key) as audiences
from segments.memberships m
left join publish.audience_members a on a.night = :night and a.customer_key = m.customer_key
where m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
group by m.customer_key
having count(a.customer_key) <> 1
