select exists (
  select 1 as "one"
  from "privacy"."identifiers"
);
