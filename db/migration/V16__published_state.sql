-- What each destination was sent of each audience, so that a night can tell what changes there.

create table publish.states (
  destination text not null,
  audience text not null,
  night date not null,
  customers bigint not null,
  columns text[] not null,
  previous_night date,
  previous_customers bigint,
  primary key (destination, audience)
);
comment on table publish.states is 'One row per destination and audience of which a delivery was confirmed.';
comment on column publish.states.destination is 'Channel with its file format.';
comment on column publish.states.audience is 'Name of the audience.';
comment on column publish.states.night is 'The newest night whose delivery was confirmed.';
comment on column publish.states.customers is 'Customers who were sent in that night, those who had not changed among them.';
comment on column publish.states.columns is 'Names of the cells of publish.sent_rows, in their order.';
comment on column publish.states.previous_night is 'The night confirmed before it; null where it was the first.';
comment on column publish.states.previous_customers is 'Customers who were sent in the night before.';

create table publish.sent_rows (
  destination text not null,
  audience text not null,
  customer_key text not null,
  sent_on date not null,
  removed_on date,
  fingerprint bytea not null,
  cells text[] not null,
  primary key (destination, audience, customer_key, sent_on)
);
create index sent_rows_by_customer on publish.sent_rows (customer_key);
create index sent_rows_removed on publish.sent_rows (destination, audience, removed_on)
  where removed_on is not null;
comment on table publish.sent_rows is 'One row per destination, audience and row that is there, or that the newest confirmed night took away.';
comment on column publish.sent_rows.destination is 'Channel with its file format.';
comment on column publish.sent_rows.audience is 'Name of the audience.';
comment on column publish.sent_rows.customer_key is 'PII. Key of the customer.';
comment on column publish.sent_rows.sent_on is 'Night in which the row was sent.';
comment on column publish.sent_rows.removed_on is 'Night in which it was taken away, or another row of the customer sent; null while it is there.';
comment on column publish.sent_rows.fingerprint is 'PII. First 16 bytes of the SHA-256 of the cells that do not differ each night by themselves.';
comment on column publish.sent_rows.cells is 'PII. The row as it went out, hashed where the destination takes hashes.';

create table publish.changes (
  night date not null,
  destination text not null,
  audience text not null,
  since date,
  customers_before bigint not null,
  customers bigint not null,
  added bigint not null,
  changed bigint not null,
  removed bigint not null,
  stopped_for text,
  primary key (night, destination, audience)
);
comment on table publish.changes is 'One row per night, destination and audience that was to go there: what its extract changes there.';
comment on column publish.changes.night is 'The business date.';
comment on column publish.changes.destination is 'Channel with its file format.';
comment on column publish.changes.audience is 'Name of the audience.';
comment on column publish.changes.since is 'The night confirmed before, against which is compared; null where there is none.';
comment on column publish.changes.customers_before is 'Customers whom the destination had.';
comment on column publish.changes.customers is 'Customers whom it has after this night.';
comment on column publish.changes.added is 'Customers whom it had not.';
comment on column publish.changes.changed is 'Customers whom it has with another row than before.';
comment on column publish.changes.removed is 'Customers whom it had and has no longer.';
comment on column publish.changes.stopped_for is 'Why the extract waits for an approval; null where it does not.';

create table publish.approvals (
  night date not null,
  destination text not null,
  audience text not null,
  customers_before bigint not null,
  customers bigint not null,
  added bigint not null,
  changed bigint not null,
  removed bigint not null,
  approved_at timestamptz not null,
  approved_by text not null,
  primary key (night, destination, audience)
);
comment on table publish.approvals is 'One row per night, destination and audience whose change somebody approved.';
comment on column publish.approvals.night is 'The business date.';
comment on column publish.approvals.destination is 'Channel with its file format.';
comment on column publish.approvals.audience is 'Name of the audience.';
comment on column publish.approvals.customers_before is 'Customers whom the destination had. The approval holds for these counts only.';
comment on column publish.approvals.customers is 'Customers whom it would have.';
comment on column publish.approvals.added is 'Customers whom it had not.';
comment on column publish.approvals.changed is 'Customers whom it would have with another row than before.';
comment on column publish.approvals.removed is 'Customers whom it would have no longer.';
comment on column publish.approvals.approved_at is 'When it was approved.';
comment on column publish.approvals.approved_by is 'Who approved it: a user of the machine, or the name that was given.';

alter table publish.extracts
  add revision integer not null default 0,
  add files text[] not null default '{}';
comment on column publish.extracts.revision is 'The revision of the night that was delivered; 0 where that was not noted.';
comment on column publish.extracts.files is 'Names of its data files.';

create view published.audience_changes as
  select c.night, c.destination, c.audience, c.since, c.customers_before, c.customers, c.added, c.changed,
    c.removed, c.stopped_for, e.delivered_at
  from publish.changes c
  join publish.publications p using (night)
  left join publish.extracts e using (night, destination, audience);
comment on view published.audience_changes is 'One row per published night, destination and audience that was to go there: what its extract changes there.';

-- the view says what its tables say
do $$
declare
  c record;
begin
  for c in
    select a.attname as column_name, col_description(t.oid, ta.attnum) as description
    from pg_attribute a
    join pg_class t on t.oid in ('publish.changes'::regclass, 'publish.extracts'::regclass)
    join pg_attribute ta on ta.attrelid = t.oid and ta.attname = a.attname
    where a.attrelid = 'published.audience_changes'::regclass and a.attnum > 0
      and (t.oid = 'publish.changes'::regclass or a.attname = 'delivered_at')
  loop
    execute format('comment on column published.audience_changes.%I is %L', c.column_name, c.description);
  end loop;
end $$;
do $$
begin
  if exists (select from pg_roles where rolname = 'nightjar_reader') then
    grant select on all tables in schema published to nightjar_reader;
  end if;
end $$;
