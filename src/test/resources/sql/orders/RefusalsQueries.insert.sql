insert into "spread" (
  "customer_key",
  "kind",
  "name",
  "is_certain",
  "round"
)
select
  "found"."customer_key",
  "found"."kind",
  "found"."name",
  bool_or("found"."is_certain"),
  0
from (
  select "orders"."customers"."customer_key", 'all', '', true
  from "orders"."customers"
  where (
    "orders"."customers"."has_opted_out"
    or "orders"."customers"."is_erased"
  )
) as "found" ("customer_key", "kind", "name", "is_certain")
group by "found"."customer_key", "found"."kind", "found"."name"
on conflict ("customer_key", "kind", "name")
do update
set
  "is_certain" = ?,
  "round" = ?
where (
  not ("spread"."is_certain")
  and excluded."is_certain"
);

insert into "spread" (
  "customer_key",
  "kind",
  "name",
  "is_certain",
  "round"
)
select
  "found"."customer_key",
  "found"."kind",
  "found"."name",
  bool_or("found"."is_certain"),
  0
from (
  select "orders"."customers"."customer_key", 'purpose', '*', true
  from "orders"."customers"
  where (
    "orders"."customers"."has_consent" = false
    and exists (
      select 1 as "one"
      from "orders"."identities"
      where (
        "orders"."identities"."customer_key" = "orders"."customers"."customer_key"
        and "orders"."identities"."is_shared"
      )
    )
  )
  union all
  select "orders"."customers"."customer_key", 'purpose', "answer"."key", true
  from "orders"."customers"
    cross join lateral jsonb_each("orders"."customers"."consents") answer
  where (
    (answer.value = 'false'::jsonb)
    and exists (
      select 1 as "one"
      from "orders"."identities"
      where (
        "orders"."identities"."customer_key" = "orders"."customers"."customer_key"
        and "orders"."identities"."is_shared"
      )
    )
  )
) as "found" ("customer_key", "kind", "name", "is_certain")
group by "found"."customer_key", "found"."kind", "found"."name"
on conflict ("customer_key", "kind", "name")
do update
set
  "is_certain" = ?,
  "round" = ?
where (
  not ("spread"."is_certain")
  and excluded."is_certain"
);

insert into "spread" (
  "customer_key",
  "kind",
  "name",
  "is_certain",
  "round"
)
select
  "found"."customer_key",
  "found"."kind",
  "found"."name",
  bool_or("found"."is_certain"),
  0
from (
  select
    "orders"."identities"."customer_key",
    case
      when "suppressed"."each_channel" is null then ?
      else ?
    end,
    coalesce("suppressed"."each_channel", ''),
    (not ("orders"."identities"."identity" like (replace(
      replace(
        replace(?, '!', '!!'),
        '%',
        '!%'
      ),
      '_',
      '!_'
    ) || '%') escape '!'))
  from (
    select
      replace("each_identity", 'national:', 'number:') as "identity",
      ("each_identity" like (replace(
        replace(
          replace(?, '!', '!!'),
          '%',
          '!%'
        ),
        '_',
        '!_'
      ) || '%') escape '!') as "is_national",
      "each_channel"
    from "ingest"."suppressions"
      join "ingest"."files"
        on (
          "ingest"."files"."file_id" = "ingest"."suppressions"."file_id"
          and "ingest"."files"."verdict" in (
            ?, ?
          )
        )
      cross join lateral unnest("ingest"."suppressions"."identities" || ('customer:' || lower(regexp_replace(normalize("ingest"."suppressions"."customer_key", NFKC), '[\s\u00ad\u200b-\u200f\u2060\ufeff]+', '', 'g')))) each_identity
      cross join lateral unnest(coalesce(nullif("ingest"."suppressions"."channels", cast('{}' as text[])), array[null::text])) each_channel
    union all
    select
      replace("each_identity", 'national:', 'number:'),
      ("each_identity" like (replace(
        replace(
          replace(?, '!', '!!'),
          '%',
          '!%'
        ),
        '_',
        '!_'
      ) || '%') escape '!'),
      cast(null as text)
    from "ingest"."customer_records"
      join "ingest"."files"
        on (
          "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
          and "ingest"."files"."verdict" = ?
        )
      cross join lateral unnest("ingest"."customer_records"."identities") each_identity
    where (
      "ingest"."customer_records"."is_opted_out"
      and not exists (
        select 1 as "one"
        from "ingest"."customer_records" as "held"
          join "ingest"."files" as "held_in"
            on (
              "held_in"."file_id" = "held"."file_id"
              and "held_in"."verdict" = ?
            )
        where "held"."customer_key" = "ingest"."customer_records"."customer_key"
      )
    )
  ) as "suppressed"
    join "orders"."identities"
      on (
        "orders"."identities"."identity" = "suppressed"."identity"
        and not (
          "suppressed"."is_national"
          and "orders"."identities"."is_national"
        )
      )
) as "found" ("customer_key", "kind", "name", "is_certain")
group by "found"."customer_key", "found"."kind", "found"."name"
on conflict ("customer_key", "kind", "name")
do update
set
  "is_certain" = ?,
  "round" = ?
where (
  not ("spread"."is_certain")
  and excluded."is_certain"
);

insert into "spread" (
  "customer_key",
  "kind",
  "name",
  "is_certain",
  "round"
)
select
  "found"."customer_key",
  "found"."kind",
  "found"."name",
  bool_or("found"."is_certain"),
  1
from (
  select
    "others"."customer_key",
    "spread"."kind",
    "spread"."name",
    (not ("orders"."identities"."identity" like (replace(
      replace(
        replace(?, '!', '!!'),
        '%',
        '!%'
      ),
      '_',
      '!_'
    ) || '%') escape '!'))
  from "spread"
    join "orders"."identities"
      on "orders"."identities"."customer_key" = "spread"."customer_key"
    join "orders"."identities" as "others"
      on (
        "orders"."identities"."is_shared"
        and "others"."is_shared"
        and "others"."customer_key" <> "orders"."identities"."customer_key"
        and "others"."identity" = "orders"."identities"."identity"
        and not (
          "others"."is_national"
          and "orders"."identities"."is_national"
        )
      )
  where (
    "spread"."round" = ?
    and "spread"."is_certain"
  )
) as "found" ("customer_key", "kind", "name", "is_certain")
group by "found"."customer_key", "found"."kind", "found"."name"
on conflict ("customer_key", "kind", "name")
do update
set
  "is_certain" = ?,
  "round" = ?
where (
  not ("spread"."is_certain")
  and excluded."is_certain"
);
