insert into "audiences"."audiences" (
  "night",
  "audience",
  "position",
  "segment",
  "description",
  "purpose",
  "channel",
  "destinations",
  "exclusive_group",
  "priority",
  "is_consent_for_contacts_only",
  "global_holdout_percent",
  "global_holdout_salt",
  "global_holdout_days",
  "holdout_percent",
  "holdout_salt",
  "holdout_days",
  "frequency",
  "is_due",
  "warn_below",
  "block_below",
  "is_blocked",
  "members",
  "published",
  "added",
  "removed"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  cast(
    ?
    as text[]
  ), 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?, 
  ?
)
returning "audiences"."audiences"."night", "audiences"."audiences"."audience";

insert into "audiences"."exclusions" (
  "night",
  "audience",
  "exclusion",
  "position",
  "customers"
)
values (
  cast(? as date), 
  ?, 
  ?, 
  ?, 
  ?
);
