delete from "audiences"."holdouts"
where true;
