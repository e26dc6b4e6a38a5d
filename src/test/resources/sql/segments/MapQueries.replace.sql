delete from "segments"."segments"
where "segments"."segments"."night" = cast(? as date);
