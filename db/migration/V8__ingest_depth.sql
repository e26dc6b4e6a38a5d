alter table ingest.sources drop constraint sources_feed_check;
alter table ingest.sources add constraint sources_feed_check
  check (feed in ('order-lines', 'orders', 'customers', 'suppressions', 'mended-rejects'));
alter table ingest.sources drop constraint sources_duplicates_check;
alter table ingest.sources add constraint sources_duplicates_check
  check (duplicates in ('keep', 'drop-identical', 'by-key'));
alter table ingest.sources add is_required boolean not null default false;
alter table ingest.sources add expected_by time;
comment on column ingest.sources.feed is 'What the files carry: order-lines, orders, customers, suppressions or mended-rejects.';
comment on column ingest.sources.is_negative_quantity_return is 'Whether a negative quantity, or the negative total of an order, marks a return.';
comment on column ingest.sources.duplicates is 'Policy for repeated lines: keep, drop-identical, or by-key (the last line of an order and product counts).';
comment on column ingest.sources.is_required is 'Whether a night fails without a file of the source.';
comment on column ingest.sources.expected_by is 'Time of the business day after the night by which a file is expected; null where none is.';

alter table ingest.files drop constraint files_verdict_check;
alter table ingest.files add constraint files_verdict_check
  check (verdict in ('landed', 'loaded', 'replaced', 'duplicate', 'quarantined'));
alter table ingest.files add layout text;
alter table ingest.files add columns text[];
alter table ingest.files add replaced_by bigint references ingest.files;
create index files_by_name on ingest.files (source, name);
comment on column ingest.files.verdict is 'landed (not yet read), loaded, replaced (by a later file of its name), duplicate (same content as a loaded file) or quarantined.';
comment on column ingest.files.layout is 'How the file is written, as declared or detected; null where it was not read.';
comment on column ingest.files.columns is 'Names of the file''s columns; null where it is not loaded.';
comment on column ingest.files.replaced_by is 'The later file of the same name whose content counts instead; null for none.';

-- a file's lines are written once, in one transaction with its verdict; keys that are checked row
-- by row would take longer than all else that loading does
alter table ingest.order_lines drop constraint order_lines_file_id_fkey;
alter table ingest.order_lines drop constraint order_lines_pkey;
create index order_lines_by_file on ingest.order_lines using brin (file_id);
alter table ingest.customer_records drop constraint customer_records_file_id_fkey;
alter table ingest.order_lines alter order_number drop not null;
alter table ingest.order_lines alter quantity set default 1;
alter table ingest.order_lines add attributes jsonb;
comment on table ingest.order_lines is 'One row per accepted line of an order-lines file, or per order of an orders file.';
comment on column ingest.order_lines.order_number is 'Number of the order in its source; null where the file has none and each of its lines is an order.';
comment on column ingest.order_lines.quantity is 'Units, negative where they came back; 1 for the total of an order.';
comment on column ingest.order_lines.unit_price is 'Price of one unit, or the total of the order, in the business currency.';
comment on column ingest.order_lines.attributes is 'Further values of the order by name, as payment method or channel; null for none.';

insert into ingest.sources
  (source, feed, returns, return_statuses, is_negative_quantity_return, kept_statuses, duplicates, zone)
values ('mended-rejects', 'mended-rejects', 'net', '{}', false, '{}', 'keep', 'UTC');

create table ingest.suppressions (
  file_id bigint not null,
  line_number bigint not null,
  customer_key text,
  email text,
  phone text,
  suppressed_at timestamp,
  primary key (file_id, line_number)
);
comment on table ingest.suppressions is 'One row per accepted line of a suppressions file: somebody who refused all marketing. A replaced file''s lines still hold.';
comment on column ingest.suppressions.file_id is 'The landing file.';
comment on column ingest.suppressions.line_number is 'Line in the file at which the record starts, the first being 1.';
comment on column ingest.suppressions.customer_key is 'PII. Key of the customer; null where the line names none.';
comment on column ingest.suppressions.email is 'PII. E-mail address as it arrived.';
comment on column ingest.suppressions.phone is 'PII. Phone number as it arrived.';
comment on column ingest.suppressions.suppressed_at is 'When the refusal was given, in the business time zone.';

alter table ingest.rejects add cells text[] not null default '{}';
comment on column ingest.rejects.reason is 'Code of what is wrong.';
comment on column ingest.rejects.cells is 'PII. The texts of the line as they came, to be mended and sent again.';
