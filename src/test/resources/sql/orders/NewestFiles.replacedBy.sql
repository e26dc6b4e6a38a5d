select count(*)
from "newest"
where "newest"."file_id" in (?);
