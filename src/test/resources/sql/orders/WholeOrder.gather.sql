create temporary table "parted"
on commit drop
as
select "fresh"."source", "fresh"."order_number", "fresh"."customer_key"
from "fresh"
where "fresh"."outcome" = ?
group by "fresh"."source", "fresh"."order_number", "fresh"."customer_key"
having count(*) > ?;

analyze parted;
