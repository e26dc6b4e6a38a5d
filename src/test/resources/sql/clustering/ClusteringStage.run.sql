select "pipeline"."night_turns"."turn"
from "pipeline"."night_turns"
for share;

select
  max("night") filter (where "night" < cast(? as date)),
  min("night") filter (where "night" > cast(? as date))
from "clustering"."nights";
