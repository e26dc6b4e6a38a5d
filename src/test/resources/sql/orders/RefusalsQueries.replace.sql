create temporary table spread (
  customer_key text, kind text, name text, is_certain boolean, round integer,
  primary key (customer_key, kind, name)
) on commit drop;

analyze spread;

create temporary table "crowds"
on commit drop
as
select "orders"."identities"."identity"
from "orders"."identities"
where "orders"."identities"."is_shared"
group by "orders"."identities"."identity"
having count(*) > ?;
