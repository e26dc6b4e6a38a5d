delete from "orders"."customers"
using "touched_customers"
where "orders"."customers"."customer_key" = "touched_customers"."customer_key";

insert into "orders"."customers" (
  "customer_key",
  "first_name",
  "last_name",
  "email",
  "phone",
  "country",
  "city",
  "has_consent",
  "is_opted_out",
  "attributes",
  "build",
  "consents",
  "is_erased",
  "state",
  "zip",
  "birth_date",
  "has_opted_out",
  "address",
  "address_2",
  "gender"
)
select
  "touched_customers"."customer_key",
  "latest_record"."first_name",
  "latest_record"."last_name",
  "latest_record"."email",
  "latest_record"."phone",
  coalesce("latest_record"."country", "latest_order"."country") as "country",
  "latest_record"."city",
  case
    when "recorded_refusals"."has_withdrawn" then false
    else "latest_record"."has_consent"
  end as "has_consent",
  coalesce("recorded_refusals"."has_refused_all", false) as "is_opted_out",
  "latest_order"."attributes",
  1 as "build",
  coalesce(
    "latest_record"."consents" || "recorded_refusals"."withdrawn",
    "recorded_refusals"."withdrawn",
    "latest_record"."consents"
  ) as "consents",
  ("erased"."customer_key" is not null) as "is_erased",
  "latest_record"."state",
  "latest_record"."zip",
  "latest_record"."birth_date",
  coalesce("recorded_refusals"."has_refused_all", false) as "has_opted_out",
  "latest_record"."address",
  "latest_record"."address_2",
  "latest_record"."gender"
from "touched_customers"
  left outer join (
    select distinct on ("ingest"."customer_records"."customer_key")
      "ingest"."customer_records"."file_id",
      "ingest"."customer_records"."line_number",
      "ingest"."customer_records"."customer_key",
      "ingest"."customer_records"."updated_at",
      "ingest"."customer_records"."first_name",
      "ingest"."customer_records"."last_name",
      "ingest"."customer_records"."email",
      "ingest"."customer_records"."phone",
      "ingest"."customer_records"."country",
      "ingest"."customer_records"."city",
      "ingest"."customer_records"."has_consent",
      "ingest"."customer_records"."is_opted_out",
      "ingest"."customer_records"."consents",
      "ingest"."customer_records"."is_erased",
      "ingest"."customer_records"."state",
      "ingest"."customer_records"."zip",
      "ingest"."customer_records"."birth_date",
      "ingest"."customer_records"."identities",
      "ingest"."customer_records"."is_rejected",
      "ingest"."customer_records"."address",
      "ingest"."customer_records"."address_2",
      "ingest"."customer_records"."gender"
    from "ingest"."customer_records"
      join "touched_customers"
        on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
      join "ingest"."files"
        on (
          "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
          and "ingest"."files"."verdict" = ?
        )
    where not ("ingest"."customer_records"."is_rejected")
    order by
      "ingest"."customer_records"."customer_key",
      "ingest"."customer_records"."updated_at" desc nulls last,
      "ingest"."customer_records"."file_id" desc,
      "ingest"."customer_records"."line_number" desc
  ) as "latest_record"
    on "latest_record"."customer_key" = "touched_customers"."customer_key"
  left outer join lateral (
    select "orders"."order_parts"."customer_key", "orders"."order_parts"."country", "orders"."order_parts"."attributes"
    from "orders"."order_parts"
    where (
      "orders"."order_parts"."customer_key" = "touched_customers"."customer_key"
      and "orders"."order_parts"."outcome" <> ?
    )
    order by
      "orders"."order_parts"."ordered_on" desc,
      "orders"."order_parts"."country" asc nulls last,
      cast("orders"."order_parts"."attributes" as text) asc nulls last
    fetch next ? rows only
  ) as "latest_order"
    on true
  left outer join (
    select
      "refused"."customer_key",
      bool_or(("refused"."what" = ?)) as "has_refused_all",
      bool_or(("refused"."what" = ?)) as "has_withdrawn",
      jsonb_object_agg("refused"."purpose_name", false) filter (where "refused"."what" = ?) as "withdrawn"
    from (
      select
        "ingest"."customer_records"."customer_key",
        'opt-out' as "what",
        '' as "purpose_name",
        coalesce(
          "ingest"."customer_records"."updated_at",
          case
            when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
            else timestamp '-infinity'
          end
        ) as "said_at",
        case
          when (
            "ingest"."customer_records"."updated_at" is null
            and not ("ingest"."customer_records"."is_rejected")
          ) then "ingest"."customer_records"."file_id"
          else 0
        end as "said_in"
      from "ingest"."customer_records"
        join "touched_customers"
          on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
        join "ingest"."files"
          on (
            "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
            and "ingest"."files"."verdict" in (
              ?, ?
            )
          )
      where "ingest"."customer_records"."is_opted_out" = ?
      union all
      select
        "ingest"."customer_records"."customer_key",
        'consent' as "what",
        '' as "purpose_name",
        coalesce(
          "ingest"."customer_records"."updated_at",
          case
            when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
            else timestamp '-infinity'
          end
        ) as "said_at",
        case
          when (
            "ingest"."customer_records"."updated_at" is null
            and not ("ingest"."customer_records"."is_rejected")
          ) then "ingest"."customer_records"."file_id"
          else 0
        end as "said_in"
      from "ingest"."customer_records"
        join "touched_customers"
          on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
        join "ingest"."files"
          on (
            "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
            and "ingest"."files"."verdict" in (
              ?, ?
            )
          )
      where "ingest"."customer_records"."has_consent" = ?
      union all
      select
        "ingest"."customer_records"."customer_key",
        'purpose' as "what",
        "answer"."key" as "purpose_name",
        coalesce(
          "ingest"."customer_records"."updated_at",
          case
            when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
            else timestamp '-infinity'
          end
        ) as "said_at",
        case
          when (
            "ingest"."customer_records"."updated_at" is null
            and not ("ingest"."customer_records"."is_rejected")
          ) then "ingest"."customer_records"."file_id"
          else 0
        end as "said_in"
      from "ingest"."customer_records"
        join "touched_customers"
          on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
        join "ingest"."files"
          on (
            "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
            and "ingest"."files"."verdict" in (
              ?, ?
            )
          )
        cross join lateral jsonb_each("ingest"."customer_records"."consents") answer
      where (answer.value = ?::jsonb)
    ) as "refused"
    where not exists (
      select 1 as "one"
      from (
        select
          "ingest"."customer_records"."customer_key",
          'opt-out' as "what",
          '' as "purpose_name",
          coalesce(
            "ingest"."customer_records"."updated_at",
            case
              when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
              else timestamp '-infinity'
            end
          ) as "said_at",
          case
            when (
              "ingest"."customer_records"."updated_at" is null
              and not ("ingest"."customer_records"."is_rejected")
            ) then "ingest"."customer_records"."file_id"
            else 0
          end as "said_in"
        from "ingest"."customer_records"
          join "touched_customers"
            on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
          join "ingest"."files"
            on (
              "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
              and "ingest"."files"."verdict" = ?
              and (
                "ingest"."customer_records"."updated_at" is null
                or "ingest"."customer_records"."updated_at" < "ingest"."files"."night" + interval '2 days'
              )
            )
        where "ingest"."customer_records"."is_opted_out" = ?
        union all
        select
          "ingest"."customer_records"."customer_key",
          'consent' as "what",
          '' as "purpose_name",
          coalesce(
            "ingest"."customer_records"."updated_at",
            case
              when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
              else timestamp '-infinity'
            end
          ) as "said_at",
          case
            when (
              "ingest"."customer_records"."updated_at" is null
              and not ("ingest"."customer_records"."is_rejected")
            ) then "ingest"."customer_records"."file_id"
            else 0
          end as "said_in"
        from "ingest"."customer_records"
          join "touched_customers"
            on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
          join "ingest"."files"
            on (
              "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
              and "ingest"."files"."verdict" = ?
              and (
                "ingest"."customer_records"."updated_at" is null
                or "ingest"."customer_records"."updated_at" < "ingest"."files"."night" + interval '2 days'
              )
            )
        where "ingest"."customer_records"."has_consent" = ?
        union all
        select
          "ingest"."customer_records"."customer_key",
          'purpose' as "what",
          "answer"."key" as "purpose_name",
          coalesce(
            "ingest"."customer_records"."updated_at",
            case
              when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
              else timestamp '-infinity'
            end
          ) as "said_at",
          case
            when (
              "ingest"."customer_records"."updated_at" is null
              and not ("ingest"."customer_records"."is_rejected")
            ) then "ingest"."customer_records"."file_id"
            else 0
          end as "said_in"
        from "ingest"."customer_records"
          join "touched_customers"
            on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
          join "ingest"."files"
            on (
              "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
              and "ingest"."files"."verdict" = ?
              and (
                "ingest"."customer_records"."updated_at" is null
                or "ingest"."customer_records"."updated_at" < "ingest"."files"."night" + interval '2 days'
              )
            )
          cross join lateral jsonb_each("ingest"."customer_records"."consents") answer
        where (answer.value = ?::jsonb)
      ) as "agreed"
      where (
        "agreed"."customer_key" = "refused"."customer_key"
        and "agreed"."what" = "refused"."what"
        and "agreed"."purpose_name" = "refused"."purpose_name"
        and ("agreed"."said_at", "agreed"."said_in") > ("refused"."said_at", "refused"."said_in")
      )
    )
    group by "refused"."customer_key"
  ) as "recorded_refusals"
    on "recorded_refusals"."customer_key" = "touched_customers"."customer_key"
  left outer join (
    select "privacy"."erasures"."pseudonym" as "customer_key"
    from "privacy"."erasures"
    union
    select "ingest"."customer_records"."customer_key"
    from "ingest"."customer_records"
      join "touched_customers"
        on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
    where "ingest"."customer_records"."is_erased"
  ) as "erased"
    on "erased"."customer_key" = "touched_customers"."customer_key"
where (
  "latest_record"."customer_key" is not null
  or "latest_order"."customer_key" is not null
);

insert into "orders"."customers" (
  "customer_key",
  "first_name",
  "last_name",
  "email",
  "phone",
  "country",
  "city",
  "has_consent",
  "is_opted_out",
  "attributes",
  "build",
  "consents",
  "is_erased",
  "state",
  "zip",
  "birth_date",
  "has_opted_out",
  "address",
  "address_2",
  "gender"
)
select
  "touched_customers"."customer_key",
  "latest_record"."first_name",
  "latest_record"."last_name",
  "latest_record"."email",
  "latest_record"."phone",
  coalesce("latest_record"."country", "latest_order"."country") as "country",
  "latest_record"."city",
  case
    when "recorded_refusals"."has_withdrawn" then false
    else "latest_record"."has_consent"
  end as "has_consent",
  coalesce("recorded_refusals"."has_refused_all", false) as "is_opted_out",
  "latest_order"."attributes",
  2 as "build",
  coalesce(
    "latest_record"."consents" || "recorded_refusals"."withdrawn",
    "recorded_refusals"."withdrawn",
    "latest_record"."consents"
  ) as "consents",
  ("erased"."customer_key" is not null) as "is_erased",
  "latest_record"."state",
  "latest_record"."zip",
  "latest_record"."birth_date",
  coalesce("recorded_refusals"."has_refused_all", false) as "has_opted_out",
  "latest_record"."address",
  "latest_record"."address_2",
  "latest_record"."gender"
from "touched_customers"
  left outer join (
    select distinct on ("ingest"."customer_records"."customer_key")
      "ingest"."customer_records"."file_id",
      "ingest"."customer_records"."line_number",
      "ingest"."customer_records"."customer_key",
      "ingest"."customer_records"."updated_at",
      "ingest"."customer_records"."first_name",
      "ingest"."customer_records"."last_name",
      "ingest"."customer_records"."email",
      "ingest"."customer_records"."phone",
      "ingest"."customer_records"."country",
      "ingest"."customer_records"."city",
      "ingest"."customer_records"."has_consent",
      "ingest"."customer_records"."is_opted_out",
      "ingest"."customer_records"."consents",
      "ingest"."customer_records"."is_erased",
      "ingest"."customer_records"."state",
      "ingest"."customer_records"."zip",
      "ingest"."customer_records"."birth_date",
      "ingest"."customer_records"."identities",
      "ingest"."customer_records"."is_rejected",
      "ingest"."customer_records"."address",
      "ingest"."customer_records"."address_2",
      "ingest"."customer_records"."gender"
    from "ingest"."customer_records"
      join "touched_customers"
        on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
      join "ingest"."files"
        on (
          "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
          and "ingest"."files"."verdict" = ?
        )
    where not ("ingest"."customer_records"."is_rejected")
    order by
      "ingest"."customer_records"."customer_key",
      "ingest"."customer_records"."updated_at" desc nulls last,
      "ingest"."customer_records"."file_id" desc,
      "ingest"."customer_records"."line_number" desc
  ) as "latest_record"
    on "latest_record"."customer_key" = "touched_customers"."customer_key"
  left outer join lateral (
    select "orders"."order_parts"."customer_key", "orders"."order_parts"."country", "orders"."order_parts"."attributes"
    from "orders"."order_parts"
    where (
      "orders"."order_parts"."customer_key" = "touched_customers"."customer_key"
      and "orders"."order_parts"."outcome" <> ?
    )
    order by
      "orders"."order_parts"."ordered_on" desc,
      "orders"."order_parts"."country" asc nulls last,
      cast("orders"."order_parts"."attributes" as text) asc nulls last
    fetch next ? rows only
  ) as "latest_order"
    on true
  left outer join (
    select
      "refused"."customer_key",
      bool_or(("refused"."what" = ?)) as "has_refused_all",
      bool_or(("refused"."what" = ?)) as "has_withdrawn",
      jsonb_object_agg("refused"."purpose_name", false) filter (where "refused"."what" = ?) as "withdrawn"
    from (
      select
        "ingest"."customer_records"."customer_key",
        'opt-out' as "what",
        '' as "purpose_name",
        coalesce(
          "ingest"."customer_records"."updated_at",
          case
            when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
            else timestamp '-infinity'
          end
        ) as "said_at",
        case
          when (
            "ingest"."customer_records"."updated_at" is null
            and not ("ingest"."customer_records"."is_rejected")
          ) then "ingest"."customer_records"."file_id"
          else 0
        end as "said_in"
      from "ingest"."customer_records"
        join "touched_customers"
          on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
        join "ingest"."files"
          on (
            "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
            and "ingest"."files"."verdict" in (
              ?, ?
            )
          )
      where "ingest"."customer_records"."is_opted_out" = ?
      union all
      select
        "ingest"."customer_records"."customer_key",
        'consent' as "what",
        '' as "purpose_name",
        coalesce(
          "ingest"."customer_records"."updated_at",
          case
            when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
            else timestamp '-infinity'
          end
        ) as "said_at",
        case
          when (
            "ingest"."customer_records"."updated_at" is null
            and not ("ingest"."customer_records"."is_rejected")
          ) then "ingest"."customer_records"."file_id"
          else 0
        end as "said_in"
      from "ingest"."customer_records"
        join "touched_customers"
          on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
        join "ingest"."files"
          on (
            "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
            and "ingest"."files"."verdict" in (
              ?, ?
            )
          )
      where "ingest"."customer_records"."has_consent" = ?
      union all
      select
        "ingest"."customer_records"."customer_key",
        'purpose' as "what",
        "answer"."key" as "purpose_name",
        coalesce(
          "ingest"."customer_records"."updated_at",
          case
            when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
            else timestamp '-infinity'
          end
        ) as "said_at",
        case
          when (
            "ingest"."customer_records"."updated_at" is null
            and not ("ingest"."customer_records"."is_rejected")
          ) then "ingest"."customer_records"."file_id"
          else 0
        end as "said_in"
      from "ingest"."customer_records"
        join "touched_customers"
          on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
        join "ingest"."files"
          on (
            "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
            and "ingest"."files"."verdict" in (
              ?, ?
            )
          )
        cross join lateral jsonb_each("ingest"."customer_records"."consents") answer
      where (answer.value = ?::jsonb)
    ) as "refused"
    where not exists (
      select 1 as "one"
      from (
        select
          "ingest"."customer_records"."customer_key",
          'opt-out' as "what",
          '' as "purpose_name",
          coalesce(
            "ingest"."customer_records"."updated_at",
            case
              when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
              else timestamp '-infinity'
            end
          ) as "said_at",
          case
            when (
              "ingest"."customer_records"."updated_at" is null
              and not ("ingest"."customer_records"."is_rejected")
            ) then "ingest"."customer_records"."file_id"
            else 0
          end as "said_in"
        from "ingest"."customer_records"
          join "touched_customers"
            on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
          join "ingest"."files"
            on (
              "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
              and "ingest"."files"."verdict" = ?
              and (
                "ingest"."customer_records"."updated_at" is null
                or "ingest"."customer_records"."updated_at" < "ingest"."files"."night" + interval '2 days'
              )
            )
        where "ingest"."customer_records"."is_opted_out" = ?
        union all
        select
          "ingest"."customer_records"."customer_key",
          'consent' as "what",
          '' as "purpose_name",
          coalesce(
            "ingest"."customer_records"."updated_at",
            case
              when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
              else timestamp '-infinity'
            end
          ) as "said_at",
          case
            when (
              "ingest"."customer_records"."updated_at" is null
              and not ("ingest"."customer_records"."is_rejected")
            ) then "ingest"."customer_records"."file_id"
            else 0
          end as "said_in"
        from "ingest"."customer_records"
          join "touched_customers"
            on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
          join "ingest"."files"
            on (
              "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
              and "ingest"."files"."verdict" = ?
              and (
                "ingest"."customer_records"."updated_at" is null
                or "ingest"."customer_records"."updated_at" < "ingest"."files"."night" + interval '2 days'
              )
            )
        where "ingest"."customer_records"."has_consent" = ?
        union all
        select
          "ingest"."customer_records"."customer_key",
          'purpose' as "what",
          "answer"."key" as "purpose_name",
          coalesce(
            "ingest"."customer_records"."updated_at",
            case
              when "ingest"."customer_records"."is_rejected" then "ingest"."files"."night" + interval '1 day'
              else timestamp '-infinity'
            end
          ) as "said_at",
          case
            when (
              "ingest"."customer_records"."updated_at" is null
              and not ("ingest"."customer_records"."is_rejected")
            ) then "ingest"."customer_records"."file_id"
            else 0
          end as "said_in"
        from "ingest"."customer_records"
          join "touched_customers"
            on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
          join "ingest"."files"
            on (
              "ingest"."files"."file_id" = "ingest"."customer_records"."file_id"
              and "ingest"."files"."verdict" = ?
              and (
                "ingest"."customer_records"."updated_at" is null
                or "ingest"."customer_records"."updated_at" < "ingest"."files"."night" + interval '2 days'
              )
            )
          cross join lateral jsonb_each("ingest"."customer_records"."consents") answer
        where (answer.value = ?::jsonb)
      ) as "agreed"
      where (
        "agreed"."customer_key" = "refused"."customer_key"
        and "agreed"."what" = "refused"."what"
        and "agreed"."purpose_name" = "refused"."purpose_name"
        and ("agreed"."said_at", "agreed"."said_in") > ("refused"."said_at", "refused"."said_in")
      )
    )
    group by "refused"."customer_key"
  ) as "recorded_refusals"
    on "recorded_refusals"."customer_key" = "touched_customers"."customer_key"
  left outer join (
    select "privacy"."erasures"."pseudonym" as "customer_key"
    from "privacy"."erasures"
    union
    select "ingest"."customer_records"."customer_key"
    from "ingest"."customer_records"
      join "touched_customers"
        on "touched_customers"."customer_key" = "ingest"."customer_records"."customer_key"
    where "ingest"."customer_records"."is_erased"
  ) as "erased"
    on "erased"."customer_key" = "touched_customers"."customer_key"
where (
  "latest_record"."customer_key" is not null
  or "latest_order"."customer_key" is not null
);
