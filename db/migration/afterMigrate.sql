-- The role that SQL of gates runs as. It reads what nights make, but neither contact data nor secrets: no column that is
-- marked as personal data except the key, and nothing of the schema privacy. Flyway runs this after each start, so that a
-- role that was created by hand gets its rights with the next command.
do $$
begin
  if not exists (select from pg_roles where rolname = 'nightjar_gates') then
    create role nightjar_gates nologin;
    grant nightjar_gates to current_user;
  elsif not pg_has_role('nightjar_gates', 'member') then
    grant nightjar_gates to current_user;
  end if;
exception
  when insufficient_privilege or duplicate_object or unique_violation then null;
end $$;
do $$
declare
  readable record;
begin
  if not exists (select from pg_roles where rolname = 'nightjar_gates') then
    return;
  end if;
  for readable in
    select n.nspname as schema, c.relname as relation, string_agg(quote_ident(a.attname), ', ') as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p', 'v')
      and n.nspname in ('ingest', 'orders', 'rfm', 'clustering', 'forecast', 'segments', 'audiences', 'publish', 'deliver',
        'operations', 'published')
      and (a.attname = 'customer_key' or coalesce(col_description(c.oid, a.attnum), '') not like 'PII.%')
      and not has_column_privilege('nightjar_gates', c.oid, a.attnum, 'select')
    group by n.nspname, c.relname
    order by n.nspname, c.relname
  loop
    perform pg_advisory_xact_lock(hashtext('nightjar_gates')); -- two commands at once would disturb each other
    execute format('grant usage on schema %I to nightjar_gates', readable.schema);
    execute format('grant select (%s) on %I.%I to nightjar_gates', readable.columns, readable.schema, readable.relation);
  end loop;
end $$;
