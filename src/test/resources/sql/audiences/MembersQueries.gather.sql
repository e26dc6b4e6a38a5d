create temporary table "tonight"
on commit drop
as
select "audiences"."members"."customer_key", "audiences"."members"."audience", "audiences"."members"."exclusion"
from "audiences"."members"
with no data;

create temporary table "tonight_elsewhere"
on commit drop
as
select "audiences"."destination_exclusions"."customer_key", "audiences"."destination_exclusions"."audience", "audiences"."destination_exclusions"."destination", "audiences"."destination_exclusions"."exclusion"
from "audiences"."destination_exclusions"
with no data;

insert into "tonight" ("customer_key", "audience", "exclusion")
select
  "people"."customer_key",
  'everybody',
  case
    when ("people"."is_erased" is true) then ?
    when ("people"."is_opted_out" is true) then ?
    when case
      when "people"."refused_channels" is not null then ?
      when (
        not (
          (coalesce(
            cast(
              ("people"."consents"->>'marketing')
              as boolean
            ),
            "people"."has_consent"
          ) is true)
          and (((
            'marketing' = any (
              "people"."refused_purposes"
            )
            or '*' = any (
              "people"."refused_purposes"
            )
          )) is not true)
        )
        and ("people"."has_contact" is true)
      ) then ?
    end is not null then case
      when "people"."refused_channels" is not null then ?
      when (
        not (
          (coalesce(
            cast(
              ("people"."consents"->>'marketing')
              as boolean
            ),
            "people"."has_consent"
          ) is true)
          and (((
            'marketing' = any (
              "people"."refused_purposes"
            )
            or '*' = any (
              "people"."refused_purposes"
            )
          )) is not true)
        )
        and ("people"."has_contact" is true)
      ) then ?
    end
    when not ("people"."customer_key" is not null) then ?
    when (
      '' = any (
        "people"."holdout_scopes"
      )
      or 'everybody' = any (
        "people"."holdout_scopes"
      )
    ) then ?
    when "rivals"."customer_key" is not null then ?
  end
from "people"
  left outer join (
    select distinct "tonight"."customer_key"
    from "tonight"
    where false
  ) as "rivals"
    on "rivals"."customer_key" = "people"."customer_key"
where cast("people"."orders_count" as numeric) >= ?;

analyze "tonight";
