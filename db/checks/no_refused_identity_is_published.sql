-- Nobody is published who has an identity of somebody who refused: all marketing, the channel of a
-- destination or its purpose. Two phone numbers of known countries must have the whole number in common. An audience that
-- needs consent for contacts only can have people of whom nothing leaves the house but the key.
with suppressed as (
  select replace(i, 'national:', 'number:') as identity, i like 'national:%' as is_national,
    nullif(s.channels, '{}') as channels, null as purpose, null as customer_key
  from ingest.suppressions s
  join ingest.files f on f.file_id = s.file_id and f.verdict in ('loaded', 'replaced')
  cross join unnest(s.identities) i
),
shared as (
  select i.identity, i.is_national, i.customer_key, c.has_opted_out, c.has_consent, c.consents
  from orders.identities i
  join orders.customers c using (customer_key)
  where i.is_shared
),
opted_out as (
  select identity, is_national, null::text[] as channels, null as purpose, customer_key
  from shared
  where has_opted_out
),
withdrawn as (
  select identity, is_national, null::text[] as channels, '*' as purpose, customer_key
  from shared
  where has_consent is false
  union all
  select identity, is_national, null, answer.key, customer_key
  from shared cross join lateral jsonb_each(consents) answer
  where answer.value = 'false'
),
refused as (
  select * from suppressed union all select * from opted_out union all select * from withdrawn
)
select a.audience, d.destination, m.customer_key
from refused r
join orders.identities i on i.identity = r.identity and not (i.is_national and r.is_national)
  and i.customer_key is distinct from r.customer_key
join audiences.members m on m.customer_key = i.customer_key
  and m.valid_from <= :night and (m.valid_to is null or m.valid_to > :night)
join audiences.audiences a on a.night = :night and a.audience = m.audience
join audiences.destinations d on d.night = a.night and d.audience = a.audience
left join audiences.destination_exclusions x on x.customer_key = m.customer_key
  and x.audience = m.audience and x.destination = d.destination
  and x.valid_from <= :night and (x.valid_to is null or x.valid_to > :night)
join orders.customers c on c.customer_key = m.customer_key
where m.exclusion is null and x.exclusion is null
  and (r.channels is null or d.channel = 'any' or d.channel = any(r.channels))
  and (r.purpose is null or r.purpose in ('*', d.purpose) and (not a.is_consent_for_contacts_only
    or coalesce(c.email, c.phone, c.first_name, c.last_name) is not null))
