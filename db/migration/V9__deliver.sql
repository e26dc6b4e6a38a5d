-- What each destination was sent of each audience, so that a night can find what changes there; and
-- which files were exported where and by whom.

create schema deliver;

create table deliver.changes (
  night date not null,
  destination text not null,
  audience text not null,
  since date,
  customers_before bigint not null,
  customers bigint not null,
  added bigint not null,
  changed bigint not null,
  removed bigint not null,
  replaced bigint not null,
  refused bigint not null,
  is_declared boolean not null,
  stopped_for text,
  primary key (night, destination, audience)
);
comment on table deliver.changes is 'One row per night, destination and audience that was to go there: what its extract changes there.';
comment on column deliver.changes.night is 'The business date.';
comment on column deliver.changes.destination is 'Channel with its file format.';
comment on column deliver.changes.audience is 'Name of the audience.';
comment on column deliver.changes.since is 'The night confirmed before, against which is compared; null where there is none.';
comment on column deliver.changes.customers_before is 'Customers that the destination had.';
comment on column deliver.changes.customers is 'Customers that it has after this night.';
comment on column deliver.changes.added is 'Customers that are new to it.';
comment on column deliver.changes.changed is 'Customers whose row is another one than before.';
comment on column deliver.changes.removed is 'Customers that it had and no longer has.';
comment on column deliver.changes.replaced is 'Of those changed, customers of whom an identifier is no longer there.';
comment on column deliver.changes.refused is 'Of those removed, customers who refused or were erased: they are removed even if the rest waits.';
comment on column deliver.changes.is_declared is 'Whether the audience is in the settings; if not, the destination loses all its members.';
comment on column deliver.changes.stopped_for is 'Why the change waits for an approval; null where it does not.';

create table deliver.approvals (
  night date not null,
  destination text not null,
  audience text not null,
  customers_before bigint not null,
  customers bigint not null,
  added bigint not null,
  changed bigint not null,
  removed bigint not null,
  replaced bigint not null,
  refused bigint not null,
  approved_at timestamptz not null,
  approved_by text not null,
  reason text,
  primary key (night, destination, audience)
);
comment on table deliver.approvals is 'One row per night, destination and audience whose change somebody approved.';
comment on column deliver.approvals.night is 'The business date.';
comment on column deliver.approvals.destination is 'Channel with its file format.';
comment on column deliver.approvals.audience is 'Name of the audience.';
comment on column deliver.approvals.customers_before is 'Customers that the destination had. The approval holds for these counts only.';
comment on column deliver.approvals.customers is 'Customers that it would have.';
comment on column deliver.approvals.added is 'Customers that are new to it.';
comment on column deliver.approvals.changed is 'Customers whose row would be another one than before.';
comment on column deliver.approvals.removed is 'Customers that it would no longer have.';
comment on column deliver.approvals.replaced is 'Of those changed, customers of whom an identifier would go.';
comment on column deliver.approvals.refused is 'Of those removed, customers who refused or were erased.';
comment on column deliver.approvals.approved_at is 'When it was approved.';
comment on column deliver.approvals.approved_by is 'Who approved it: a user of the machine, or the name that was given.';
comment on column deliver.approvals.reason is 'Why, in the words of the approver; null if none was given.';

create table deliver.extracts (
  night date not null,
  destination text not null,
  audience text not null,
  path text not null,
  bytes bigint not null,
  lines bigint not null,
  content_hash text not null,
  delivered_at timestamptz,
  revision integer not null,
  warnings text[] not null default '{}',
  primary key (night, destination, audience)
);
comment on table deliver.extracts is 'One row per extract.';
comment on column deliver.extracts.night is 'The business date.';
comment on column deliver.extracts.destination is 'Channel with its file format.';
comment on column deliver.extracts.audience is 'Name of the audience.';
comment on column deliver.extracts.path is 'Where its first file is, below the place of the deliveries.';
comment on column deliver.extracts.bytes is 'Size of the extract.';
comment on column deliver.extracts.lines is 'Customers in the extract.';
comment on column deliver.extracts.content_hash is 'SHA-256 of the extract, lower-case hex.';
comment on column deliver.extracts.delivered_at is 'When its marker was delivered, or its last file if it has none; null until then, and if it was withheld.';
comment on column deliver.extracts.revision is 'Revision of the night that was delivered.';
comment on column deliver.extracts.warnings is 'What people are to know of it, such as that the destination takes no list of so few people.';

create table deliver.states (
  destination text not null,
  audience text not null,
  night date not null,
  customers bigint not null,
  columns text[] not null,
  previous_night date,
  previous_customers bigint,
  primary key (destination, audience)
);
comment on table deliver.states is 'One row per destination and audience of which a delivery was confirmed.';
comment on column deliver.states.destination is 'Channel with its file format.';
comment on column deliver.states.audience is 'Name of the audience.';
comment on column deliver.states.night is 'The newest night whose delivery was confirmed.';
comment on column deliver.states.customers is 'Customers who were sent in that night, those who had not changed among them.';
comment on column deliver.states.columns is 'What the cells of deliver.sent_rows hold, in their order: fields of a customer, hashed or not, or constants.';
comment on column deliver.states.previous_night is 'The night confirmed before it; null where it was the first.';
comment on column deliver.states.previous_customers is 'Customers who were sent in the night before.';

create table deliver.sent_rows (
  destination text not null,
  audience text not null,
  customer_key text not null,
  sent_on date not null,
  removed_on date,
  fingerprint bytea not null,
  cells text[] not null,
  primary key (destination, audience, customer_key, sent_on)
);
create index sent_rows_by_customer on deliver.sent_rows (customer_key);
create index sent_rows_removed on deliver.sent_rows (destination, audience, removed_on)
  where removed_on is not null;
comment on table deliver.sent_rows is 'One row per destination, audience and row that is there, or that the newest confirmed night took away.';
comment on column deliver.sent_rows.destination is 'Channel with its file format.';
comment on column deliver.sent_rows.audience is 'Name of the audience.';
comment on column deliver.sent_rows.customer_key is 'PII. Key of the customer.';
comment on column deliver.sent_rows.sent_on is 'Night in which the row was sent.';
comment on column deliver.sent_rows.removed_on is 'Night in which it was taken away, or another row of the customer sent; null while it is there.';
comment on column deliver.sent_rows.fingerprint is 'PII. First 16 bytes of the SHA-256 of the cells that are compared; empty of an erased customer.';
comment on column deliver.sent_rows.cells is 'PII. The row as it went out, hashed where the destination takes hashes; of an erased customer, what the destination needs to remove the row.';

create table deliver.exports (
  export_id bigint generated always as identity primary key,
  action text not null check (action in ('delivered', 'purged', 'withdrawn')),
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
create index exports_by_path on deliver.exports (place, path, export_id desc);
comment on table deliver.exports is 'One row per file that was delivered, and one more per file that was removed. Append-only.';
comment on column deliver.exports.export_id is 'Number of the row, in the order of the rows.';
comment on column deliver.exports.action is 'delivered: the file was read back from the place and is whole; purged: it was removed from there after its time; withdrawn: it was removed from there because a person in it was erased.';
comment on column deliver.exports.night is 'The business date.';
comment on column deliver.exports.revision is 'Revision of the night that delivered it.';
comment on column deliver.exports.audience is 'Name of the audience.';
comment on column deliver.exports.destination is 'Channel with its file format.';
comment on column deliver.exports.place is 'Folder, server or bucket to which the file went.';
comment on column deliver.exports.path is 'Name of the file below the place.';
comment on column deliver.exports.mode is 'What the file holds: full, adds, removes or changes; copy for the full file under a name that stays; null for manifest and marker.';
comment on column deliver.exports.lines is 'Customers in the file; 0 for manifest and marker.';
comment on column deliver.exports.bytes is 'Size of the file.';
comment on column deliver.exports.content_hash is 'SHA-256 of the file, lower-case hex.';
comment on column deliver.exports.expires_on is 'First day on which a purge removes the file.';
comment on column deliver.exports.exported_by is 'User of the machine that ran Nightjar.';
comment on column deliver.exports.database_role is 'Role with which Nightjar was connected.';
comment on column deliver.exports.recorded_at is 'When the row was added.';

-- privileges cannot keep a table's owner out, and the pipeline owns it
create function deliver.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
comment on function deliver.refuse_change is 'Trigger of append-only tables: refuses the change.';
create trigger append_only before update or delete on deliver.exports
  for each row execute function deliver.refuse_change();
create trigger never_emptied before truncate on deliver.exports
  for each statement execute function deliver.refuse_change();

create table deliver.withdrawals (
  destination text not null,
  place text not null,
  audience text not null,
  first_night date not null,
  last_night date not null,
  last_export_id bigint not null,
  extracts integer not null,
  problem text,
  primary key (destination, place, audience, first_night)
);
comment on table deliver.withdrawals is 'One row per destination, place, audience and first night of extracts that are still to be withdrawn, because a person in them was erased.';
comment on column deliver.withdrawals.destination is 'Channel with its file format.';
comment on column deliver.withdrawals.place is 'Folder, server or bucket to which the extracts were delivered.';
comment on column deliver.withdrawals.audience is 'Name of the audience.';
comment on column deliver.withdrawals.first_night is 'Business date of the first of the extracts.';
comment on column deliver.withdrawals.last_night is 'Business date of the last of the extracts.';
comment on column deliver.withdrawals.last_export_id is 'The newest row of deliver.exports at the erasure; files delivered later are without the person, and stay.';
comment on column deliver.withdrawals.extracts is 'Number of the extracts at the erasure.';
comment on column deliver.withdrawals.problem is 'Why the last attempt failed; null before the first.';
