select
  max("night") filter (where "night" < cast(? as date)),
  min("night") filter (where "night" > cast(? as date))
from "segments"."nights";

analyze segments.memberships_live;

set local work_mem = '128MB';
