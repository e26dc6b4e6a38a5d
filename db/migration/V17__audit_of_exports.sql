-- Who exported which file where, and when it was removed: rows are added and never changed.

create table publish.exports (
  export_id bigint generated always as identity primary key,
  action text not null check (action in ('delivered', 'purged')),
  night date not null,
  revision integer not null,
  audience text not null,
  destination text not null,
  place text not null,
  path text not null,
  mode text,
  lines bigint not null,
  bytes bigint not null,
  content_hash text not null,
  expires_on date not null,
  exported_by text not null,
  database_role text not null default session_user,
  recorded_at timestamptz not null
);
create index exports_by_path on publish.exports (place, path, export_id desc);
comment on table publish.exports is 'One row per file that was delivered, and one more per file that was removed after its time. Append-only.';
comment on column publish.exports.export_id is 'Number of the row, in the order of the rows.';
comment on column publish.exports.action is 'delivered: the file was read back from the place and is whole; purged: it was removed from there.';
comment on column publish.exports.night is 'The business date.';
comment on column publish.exports.revision is 'Revision of the night that delivered it.';
comment on column publish.exports.audience is 'Name of the audience.';
comment on column publish.exports.destination is 'Channel with its file format.';
comment on column publish.exports.place is 'Folder, server or bucket to which the file went.';
comment on column publish.exports.path is 'Name of the file below the place.';
comment on column publish.exports.mode is 'What the file holds: full, adds, removes or changes; null for manifest, marker and a copy under a fixed name.';
comment on column publish.exports.lines is 'Customers in the file; 0 for manifest and marker.';
comment on column publish.exports.bytes is 'Size of the file.';
comment on column publish.exports.content_hash is 'SHA-256 of the file, lower-case hex.';
comment on column publish.exports.expires_on is 'First day on which a purge removes the file.';
comment on column publish.exports.exported_by is 'User of the machine that ran Nightjar.';
comment on column publish.exports.database_role is 'Role with which Nightjar was connected.';
comment on column publish.exports.recorded_at is 'When the row was added.';

-- privileges cannot keep a table's owner out, and the pipeline owns it
create function publish.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
comment on function publish.refuse_change is 'Refuses whatever it is a trigger of.';
create trigger append_only before update or delete on publish.exports
  for each row execute function publish.refuse_change();
create trigger never_emptied before truncate on publish.exports
  for each statement execute function publish.refuse_change();

create view published.exports as
  select export_id, action, night, revision, audience, destination, place, path, mode, lines, bytes, content_hash,
    expires_on, exported_by, database_role, recorded_at
  from publish.exports;
comment on view published.exports is 'One row per file that was delivered, and one more per file that was removed after its time.';
do $$
declare
  c record;
begin
  for c in
    select attname as column_name, col_description(attrelid, attnum) as description
    from pg_attribute
    where attrelid = 'publish.exports'::regclass and attnum > 0
  loop
    execute format('comment on column published.exports.%I is %L', c.column_name, c.description);
  end loop;
end $$;
do $$
begin
  if exists (select from pg_roles where rolname = 'nightjar_reader') then
    grant select on all tables in schema published to nightjar_reader;
  end if;
end $$;
