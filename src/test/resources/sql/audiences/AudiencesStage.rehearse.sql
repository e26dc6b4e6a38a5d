set local work_mem = '128MB';

select
  max("night") filter (where "night" < cast(? as date)),
  min("night") filter (where "night" > cast(? as date))
from "audiences"."audiences";

analyze audiences.members_live, audiences.destination_exclusions_live;
