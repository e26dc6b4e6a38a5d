-- Destinations that take batches over HTTPS: what was begun there and not confirmed yet.

alter table deliver.states
  alter column night drop not null,
  add column begun_since date,
  add column begun_night date,
  add column begun_number integer not null default 0,
  add column begun_hash text;
comment on table deliver.states is 'One row per destination and audience of which a delivery was confirmed, or begun in batches.';
comment on column deliver.states.night is 'The newest night whose delivery was confirmed; null where none was.';
comment on column deliver.states.begun_since is 'First night whose batches were begun since the last confirmed delivery: what changed from it on is uncertain there. Null where nothing is.';
comment on column deliver.states.begun_night is 'Newest night whose batches were begun and are not all confirmed; null where there is none.';
comment on column deliver.states.begun_number is 'Number of the newest extract whose batches were begun; part of their keys.';
comment on column deliver.states.begun_hash is 'SHA-256 over the files of that extract while it is not confirmed; with the same files, it goes on under its number.';

alter table deliver.sent_rows
  add column begun integer not null default 0,
  drop constraint sent_rows_pkey,
  add primary key (destination, audience, customer_key, sent_on, begun);
comment on table deliver.sent_rows is 'One row per destination, audience and row that is there, that the newest confirmed night took away, or that can be there because a batch was begun.';
comment on column deliver.sent_rows.begun is 'Number of the extract whose batches can have brought the row; 0 for rows of confirmed deliveries.';

alter table deliver.exports
  drop constraint exports_action_check,
  add constraint exports_action_check check (action in ('delivered', 'purged', 'withdrawn', 'sent'));
comment on table deliver.exports is 'One row per file that was delivered or batch that was confirmed, and one more per file that was removed. Append-only.';
comment on column deliver.exports.action is 'delivered: the file was read back from the place and is whole; purged: it was removed from there after its time; withdrawn: it was removed from there because a person in it was erased; sent: the place confirmed a batch of rows.';
comment on column deliver.exports.place is 'Folder, server, bucket or address to which it went.';
comment on column deliver.exports.path is 'Name of the file below the place; of a batch, its idempotency key.';
comment on column deliver.exports.lines is 'Customers in the file; 0 for manifest and marker. Of a batch, the rows that the place took.';
comment on column deliver.exports.bytes is 'Size of the file or of the rows of the batch.';
comment on column deliver.exports.content_hash is 'SHA-256 of it, lower-case hex.';
comment on column deliver.exports.expires_on is 'First day on which a purge removes the file; of a batch, the end of its retention here.';
