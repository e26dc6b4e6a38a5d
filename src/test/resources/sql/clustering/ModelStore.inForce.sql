select "clustering"."acceptances"."proposed_on"
from "clustering"."acceptances"
  join "clustering"."models"
    on (
      "clustering"."models"."night" = "clustering"."acceptances"."proposed_on"
      and "clustering"."models"."is_proposed" = true
    )
where "clustering"."acceptances"."last_night" = cast(? as date);
