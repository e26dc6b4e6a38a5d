-- The members of each audience are the published and the excluded ones, and each member is there once.
select a.audience, a.members, a.published, e.excluded, m.rows, m.unexcluded
from audiences.audiences a
left join (
  select audience, sum(customers) as excluded from audiences.exclusions where night = cast(? as date) group by audience
) e using (audience)
left join (
  select audience, count(*) as rows, count(*) filter (where exclusion is null) as unexcluded
  from audiences.members
  where valid_from <= cast(? as date) and (valid_to is null or valid_to > cast(? as date))
  group by audience
) m using (audience)
where a.night = cast(? as date)
  and (a.members <> a.published + coalesce(e.excluded, 0)
    or a.members <> coalesce(m.rows, 0)
    or a.published <> coalesce(m.unexcluded, 0))
union all
-- A member who is there twice is there with a row that is over: of the others, an index allows one each.
select p.audience, count(*), null, null, null, null
from audiences.members_past p
join audiences.members o on o.customer_key = p.customer_key and o.audience = p.audience
  and o.valid_from <= cast(? as date) and (o.valid_to is null or o.valid_to > cast(? as date))
  and (o.tableoid, o.ctid) <> (p.tableoid, p.ctid)
where p.valid_from <= cast(? as date) and p.valid_to > cast(? as date)
group by p.audience
union all
-- At each destination, too, the published and those who are left out only there are all.
select a.audience, a.members, a.published, d.published, d.channel_opted_out, d.no_consent
from audiences.audiences a
join audiences.destinations d using (night, audience)
left join audiences.destination_exclusions x on x.audience = d.audience and x.destination = d.destination
  and x.valid_from <= cast(? as date) and (x.valid_to is null or x.valid_to > cast(? as date))
where a.night = cast(? as date)
group by a.audience, a.members, a.published, d.published, d.channel_opted_out, d.no_consent, d.destination
having a.published <> d.published + d.channel_opted_out + d.no_consent
  or count(x.*) <> d.channel_opted_out + d.no_consent;

-- Where the audiences are the segments, every customer is in one: published, or excluded for a reason.
select m.customer_key, count(a.customer_key) as audiences
from segments.memberships m
left join audiences.members a on a.customer_key = m.customer_key
  and a.valid_from <= cast(? as date) and (a.valid_to is null or a.valid_to > cast(? as date))
where m.valid_from <= cast(? as date) and (m.valid_to is null or m.valid_to > cast(? as date))
  and not exists (select from audiences.audiences where night = cast(? as date) and segment is null)
group by m.customer_key
having count(a.customer_key) <> 1;

-- No two clusters of a night have the same name, and each has one.
select name, count(*) as clusters
from clustering.centroids
where night = cast(? as date) and not is_proposed
group by name
having count(*) > 1 or name = '';

-- The profiles count the members of each cluster, and every member is in a cluster with a profile.
select cluster, p.customers, m.customers as members
from (select cluster, customers from clustering.profiles where night = cast(? as date)) p
full join (
  select cluster, count(*) as customers from clustering.members
  where valid_from <= cast(? as date) and (valid_to is null or valid_to > cast(? as date))
  group by cluster
) m using (cluster)
where p.customers is distinct from coalesce(m.customers, 0);

-- Every customer is scored, and nobody else.
select c.customer_key as customer_of_orders, s.customer_key as customer_of_scores
from orders.customers c
full join (select customer_key from rfm.scores where night = cast(? as date)) s using (customer_key)
where c.customer_key is null or s.customer_key is null;

-- Every scored customer has one segment, and nobody else has one.
select s.customer_key as customer_of_scores, m.customer_key as customer_of_segments
from (select customer_key from rfm.scores where night = cast(? as date)) s
full join (
  select customer_key from segments.memberships
  where valid_from <= cast(? as date) and (valid_to is null or valid_to > cast(? as date))
) m using (customer_key)
where s.customer_key is null or m.customer_key is null;

-- Kept, left-out and rejected lines add up to the lines read, for each source of orders.
select f.source, f.lines_read, o.lines as lines_accounted_for
from (
  select f.source, sum(f.lines_read) as lines_read
  from ingest.files f join ingest.sources s using (source)
  where f.verdict = 'loaded' and s.feed in ('order-lines', 'orders')
  group by f.source
) f
left join (
  select source, sum(lines) as lines from orders.line_outcomes where night = cast(? as date) group by source
) o using (source)
where f.lines_read <> coalesce(o.lines, 0);

-- Where there is a model of everybody with an order, or with an order in the window, each of them
-- has a cluster that the model knows, and nobody else has one.
select customer_key, cluster
from (
  select s.customer_key, c.cluster, o.population = 'all' or s.standing = 'scored' as is_clustered, m.cluster as member
  from clustering.models o
  join rfm.scores s on s.night = o.night and s.standing in ('scored', 'lapsed')
  left join clustering.members m on m.customer_key = s.customer_key
    and m.valid_from <= cast(? as date) and (m.valid_to is null or m.valid_to > cast(? as date))
  left join clustering.centroids c on c.night = o.night and not c.is_proposed and c.cluster = m.cluster
  where o.night = cast(? as date) and not o.is_proposed and o.population in ('all', 'buyers')
) customers
where (cluster is not null) <> is_clustered or (member is not null) <> is_clustered;

-- A night with a forecast has one for every customer with an order, and it says nothing impossible.
select customer_key, probability_alive, expected_orders_90, expected_orders_365
from (
  select customer_key, first_ordered_on from rfm.metrics
  where valid_from <= cast(? as date) and (valid_to is null or valid_to > cast(? as date))
) m
full join (
  select customer_key, probability_alive, expected_orders_90, expected_orders_365
  from forecast.customers where night = cast(? as date)
) f using (customer_key)
where exists (select from forecast.nights where night = cast(? as date) and r is not null)
  and ((m.first_ordered_on is null) <> (f.probability_alive is null)
    or f.probability_alive not between 0 and 1
    or f.expected_orders_90 < 0
    or f.expected_orders_365 < f.expected_orders_90);

-- The customers who came, stayed or left add up to each segment's customers before and now.
select p.segment, p.customers, p.previous_customers, m.entered, m.left_behind
from segments.profiles p
cross join lateral (
  select
    coalesce(sum(customers) filter (where to_segment = p.segment), 0) as entered,
    coalesce(sum(customers) filter (where from_segment = p.segment), 0) as left_behind
  from segments.moves where night = cast(? as date)
) m
where p.night = cast(? as date)
  and (p.customers <> m.entered
    or p.previous_customers <> m.left_behind
    or p.customers - p.previous_customers <> p.moved_in - p.moved_out);

-- No customer is published at a destination without consent to the purpose that counts there. Customers known only by
-- their key can be, if the audience asks for consent of contacts only.
select m.audience, d.destination, m.customer_key
from (select distinct purpose from audiences.destinations where night = cast(? as date)) p
join orders.customers c on coalesce((c.consents ->> p.purpose)::boolean, c.has_consent) is not true
join audiences.members m on m.customer_key = c.customer_key
  and m.valid_from <= cast(? as date) and (m.valid_to is null or m.valid_to > cast(? as date))
join audiences.audiences a on a.night = cast(? as date) and a.audience = m.audience
join audiences.destinations d on d.night = a.night and d.audience = a.audience and d.purpose = p.purpose
left join audiences.destination_exclusions x on x.customer_key = m.customer_key
  and x.audience = m.audience and x.destination = d.destination
  and x.valid_from <= cast(? as date) and (x.valid_to is null or x.valid_to > cast(? as date))
where m.exclusion is null and x.exclusion is null
  and (not a.is_consent_for_contacts_only
    or c.email is not null or c.phone is not null
    or c.first_name is not null or c.last_name is not null);

-- In an exclusive group, a customer is published only in the audience of highest priority.
select a.audience, m.customer_key, o.audience as before
from audiences.audiences a
join audiences.audiences o on o.night = a.night and o.exclusive_group = a.exclusive_group
  and o.priority > a.priority
join audiences.members m on m.audience = a.audience
  and m.valid_from <= cast(? as date) and (m.valid_to is null or m.valid_to > cast(? as date))
join audiences.members n on n.audience = o.audience and n.customer_key = m.customer_key
  and n.valid_from <= cast(? as date) and (n.valid_to is null or n.valid_to > cast(? as date))
where a.night = cast(? as date) and m.exclusion is null;

-- No erased customer, nor one who shares an identifier with an erased one, is published afterwards.
select m.audience, m.customer_key
from audiences.members m
join orders.customers c using (customer_key)
where m.valid_from <= cast(? as date) and (m.valid_to is null or m.valid_to > cast(? as date))
  and m.exclusion is null and c.is_erased
  and not exists (select from privacy.erasures where last_night >= cast(? as date));

-- No customer is published who is held out, from all audiences or from this one. Customers erased
-- since were assigned by another key.
select m.audience, m.customer_key
from audiences.audiences a
join audiences.members m on m.audience = a.audience
  and m.valid_from <= cast(? as date) and (m.valid_to is null or m.valid_to > cast(? as date))
where a.night = cast(? as date) and m.exclusion is null
  and (a.global_holdout_percent > 0
      and audiences.bucket(a.global_holdout_salt, m.customer_key) < 100 * a.global_holdout_percent
    or a.holdout_percent > 0
      and audiences.bucket(a.holdout_salt, m.customer_key) < 100 * a.holdout_percent)
  and not exists (
    select from privacy.erasures e where e.pseudonym = m.customer_key and e.last_night >= a.night
  );

-- No customer is published who opted out of all marketing, or at a destination of a channel that
-- the customer refused. Those who refused are few, so they are looked for among the members.
with refused as (
  select customer_key, null as channel from orders.customers where is_opted_out
  union all
  select customer_key, name from orders.refusals where kind = 'channel'
)
select distinct m.audience, d.destination, m.customer_key
from refused r
join audiences.members m on m.customer_key = r.customer_key
  and m.valid_from <= cast(? as date) and (m.valid_to is null or m.valid_to > cast(? as date))
join audiences.destinations d on d.night = cast(? as date) and d.audience = m.audience
left join audiences.destination_exclusions x on x.customer_key = m.customer_key
  and x.audience = m.audience and x.destination = d.destination
  and x.valid_from <= cast(? as date) and (x.valid_to is null or x.valid_to > cast(? as date))
where m.exclusion is null and x.exclusion is null
  and (r.channel is null or d.channel in (r.channel, 'any'))
union all
-- Of members who are no customers, nobody knows what they refused.
select m.audience, null, m.customer_key
from audiences.members m
join audiences.audiences a on a.night = cast(? as date) and a.audience = m.audience
where m.valid_from <= cast(? as date) and (m.valid_to is null or m.valid_to > cast(? as date))
  and m.exclusion is null
  and not exists (select from orders.customers c where c.customer_key = m.customer_key);

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
  and m.valid_from <= cast(? as date) and (m.valid_to is null or m.valid_to > cast(? as date))
join audiences.audiences a on a.night = cast(? as date) and a.audience = m.audience
join audiences.destinations d on d.night = a.night and d.audience = a.audience
left join audiences.destination_exclusions x on x.customer_key = m.customer_key
  and x.audience = m.audience and x.destination = d.destination
  and x.valid_from <= cast(? as date) and (x.valid_to is null or x.valid_to > cast(? as date))
join orders.customers c on c.customer_key = m.customer_key
where m.exclusion is null and x.exclusion is null
  and (r.channels is null or d.channel = 'any' or d.channel = any(r.channels))
  and (r.purpose is null or r.purpose in ('*', d.purpose) and (not a.is_consent_for_contacts_only
    or coalesce(c.email, c.phone, c.first_name, c.last_name) is not null));

-- The profiles' customers and revenue are those of all customers.
select p.customers, s.customers as customers_scored, p.revenue, s.revenue as revenue_scored
from (
  select coalesce(sum(customers), 0) as customers, coalesce(sum(revenue), 0) as revenue
  from segments.profiles where night = cast(? as date)
) p
cross join (
  select count(*) as customers, coalesce(sum(net_value), 0) as revenue
  from rfm.scores where night = cast(? as date)
) s
where p.customers <> s.customers or p.revenue <> s.revenue;

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
  where f.night = cast(? as date)
  group by s.metric, f.rule, s.within, s.score
) bins
where worst < best_below
  or worst = best_below and rule not in ('rank-first', 'ntile', 'nested');

select "clustering"."nights"."adjusted_rand_index"
from "clustering"."nights"
where (
  "clustering"."nights"."night" = cast(? as date)
  and "clustering"."nights"."adjusted_rand_index" is not null
);

select "audiences"."audiences"."audience", "audiences"."audiences"."published"
from "audiences"."audiences"
where (
  "audiences"."audiences"."night" = cast(? as date)
  and "audiences"."audiences"."is_due"
  and not ("audiences"."audiences"."is_blocked")
)
order by "audiences"."audiences"."position";

select "audiences"."audiences"."published"
from "audiences"."audiences"
  join "publish"."publications"
    on "publish"."publications"."night" = "audiences"."audiences"."night"
where (
  "audiences"."audiences"."audience" = ?
  and "audiences"."audiences"."night" < cast(? as date)
  and "audiences"."audiences"."is_due"
  and not ("audiences"."audiences"."is_blocked")
)
order by "audiences"."audiences"."night" desc
fetch next ? rows only;

select cast(
  coalesce(
    sum("ingest"."files"."lines_loaded"),
    0
  )
  as bigint
)
from "ingest"."files"
where (
  "ingest"."files"."source" = ?
  and "ingest"."files"."night" <= cast(? as date)
  and "ingest"."files"."verdict" = ?
);

select
  max("night") filter (where "night" < cast(? as date)),
  min("night") filter (where "night" > cast(? as date))
from "segments"."nights";

select
  cast(
    coalesce(
      sum("segments"."moves"."customers") filter (where "segments"."moves"."direction" in (
        ?, ?
      )),
      0
    )
    as bigint
  ),
  cast(
    coalesce(
      sum("segments"."moves"."customers") filter (where "segments"."moves"."direction" in (
        ?, ?, ?
      )),
      0
    )
    as bigint
  )
from "segments"."moves"
where "segments"."moves"."night" = cast(? as date);

select
  cast(
    coalesce(
      sum("ingest"."files"."lines_read"),
      0
    )
    as bigint
  ),
  cast(
    coalesce(
      sum("ingest"."files"."lines_rejected"),
      0
    )
    as bigint
  )
from "ingest"."files"
where (
  "ingest"."files"."source" = ?
  and "ingest"."files"."night" = cast(? as date)
  and "ingest"."files"."verdict" = ?
);

select "publish"."publications"."night"
from "publish"."publications"
where (
  "publish"."publications"."night" < cast(? as date)
  and extract(isodow from "publish"."publications"."night") = ?
)
order by "publish"."publications"."night" desc
fetch next ? rows only;

select
  "ingest"."files"."night",
  sum("orders"."order_parts"."value"),
  count(*)
from "ingest"."files"
  join "orders"."order_parts"
    on (
      "orders"."order_parts"."file_id" = "ingest"."files"."file_id"
      and "orders"."order_parts"."outcome" = ?
    )
where (
  "ingest"."files"."source" = ?
  and "ingest"."files"."night" in (cast(? as date))
)
group by "ingest"."files"."night";

select
  "ingest"."files"."night",
  coalesce(
    sum("ingest"."files"."lines_read"),
    0
  )
from "ingest"."files"
  left outer join "ingest"."files" as "newer"
    on "newer"."file_id" = "ingest"."files"."replaced_by"
where (
  "ingest"."files"."source" = ?
  and "ingest"."files"."night" in (cast(? as date))
  and (
    "ingest"."files"."verdict" = ?
    or (
      "ingest"."files"."verdict" = ?
      and "newer"."night" is distinct from "ingest"."files"."night"
    )
  )
)
group by "ingest"."files"."night";

select "segments"."profiles"."segment", "segments"."profiles"."customers", "segments"."profiles"."previous_customers"
from "segments"."profiles"
where "segments"."profiles"."night" = cast(? as date)
order by "segments"."profiles"."segment";

select "pipeline"."night_turns"."turn"
from "pipeline"."night_turns"
for share;

delete from "operations"."gate_results"
where "operations"."gate_results"."night" = cast(? as date);
