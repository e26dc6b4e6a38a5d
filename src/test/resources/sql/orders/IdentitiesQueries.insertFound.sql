insert into "found_identities" ("identity", "customer_key", "is_national")
select
  replace("each_identity", 'national:', 'number:'),
  "key",
  ("each_identity" like (replace(
    replace(
      replace(?, '!', '!!'),
      '%',
      '!%'
    ),
    '_',
    '!_'
  ) || '%') escape '!')
from unnest(cast(
  ?
  as varchar[]
), cast(
  ?
  as varchar[]
)) as found (key, each_identity);
