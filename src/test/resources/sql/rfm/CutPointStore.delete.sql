delete from "rfm"."fits"
where "rfm"."fits"."night" = cast(? as date);

delete from "rfm"."cut_points"
where "rfm"."cut_points"."night" = cast(? as date);
