-- Nobody who opted out is in an extract.
select a.audience, a.customer_key
from publish.audience_members a
join orders.customers c using (customer_key)
where a.night = :night and a.exclusion is null and c.is_opted_out
