create schema ingest;

create table ingest.sources (
  source text primary key,
  feed text not null check (feed in ('order-lines', 'customers')),
  returns text not null check (returns in ('net', 'ignore')),
  return_prefix text,
  return_statuses text[] not null,
  is_negative_quantity_return boolean not null,
  kept_statuses text[] not null,
  duplicates text not null check (duplicates in ('keep', 'drop-identical')),
  zone text not null
);
comment on table ingest.sources is 'One row per source, as configured for the last night that ran.';
comment on column ingest.sources.source is 'Name of the source.';
comment on column ingest.sources.feed is 'What the files carry: order-lines or customers.';
comment on column ingest.sources.returns is 'Policy for returns: net lowers the monetary value, ignore leaves the lines out.';
comment on column ingest.sources.return_prefix is 'An order number that begins so is a return; null for none.';
comment on column ingest.sources.return_statuses is 'Statuses that mark a line as a return.';
comment on column ingest.sources.is_negative_quantity_return is 'Whether a negative quantity marks a return.';
comment on column ingest.sources.kept_statuses is 'Statuses of lines that count; empty where every status counts.';
comment on column ingest.sources.duplicates is 'Policy for identical lines of one order: keep or drop-identical.';
comment on column ingest.sources.zone is 'Time zone of the timestamps in the files.';

create table ingest.files (
  file_id bigint generated always as identity primary key,
  source text not null references ingest.sources,
  name text not null,
  content_hash text not null,
  bytes bigint not null,
  landing_path text not null,
  night date not null,
  landed_at timestamptz not null,
  verdict text not null check (verdict in ('landed', 'loaded', 'duplicate', 'quarantined')),
  reason text,
  line_number bigint,
  lines_read bigint,
  lines_loaded bigint,
  lines_rejected bigint
);
create unique index files_once on ingest.files (source, content_hash) where verdict in ('landed', 'loaded');
comment on table ingest.files is 'One row per file that landed: the file ledger.';
comment on column ingest.files.file_id is 'Key of the landing file.';
comment on column ingest.files.source is 'Source whose pattern the file matched.';
comment on column ingest.files.name is 'Name under which the file arrived.';
comment on column ingest.files.content_hash is 'SHA-256 of the bytes as they arrived, lower-case hex.';
comment on column ingest.files.bytes is 'Size as it arrived.';
comment on column ingest.files.landing_path is 'Where the file lies, below the landing folder.';
comment on column ingest.files.night is 'Business date of the night in which the file landed.';
comment on column ingest.files.landed_at is 'When the file landed.';
comment on column ingest.files.verdict is 'landed (not yet read), loaded, duplicate (same content as a loaded file) or quarantined.';
comment on column ingest.files.reason is 'Why the file is quarantined.';
comment on column ingest.files.line_number is 'Line at which reading a quarantined file ended; null where no line was at fault.';
comment on column ingest.files.lines_read is 'Data lines read, the header not counted.';
comment on column ingest.files.lines_loaded is 'Lines that became rows.';
comment on column ingest.files.lines_rejected is 'Lines that became rejects.';

create table ingest.order_lines (
  file_id bigint not null references ingest.files,
  line_number bigint not null,
  order_number text not null,
  customer_key text,
  ordered_at timestamp not null,
  product_code text,
  quantity numeric not null,
  unit_price numeric not null,
  status text,
  country text,
  primary key (file_id, line_number)
);
comment on table ingest.order_lines is 'One row per accepted line of an order-lines file.';
comment on column ingest.order_lines.file_id is 'The landing file.';
comment on column ingest.order_lines.line_number is 'Line in the file at which the record starts, the header being line 1.';
comment on column ingest.order_lines.order_number is 'Number of the order in its source.';
comment on column ingest.order_lines.customer_key is 'PII. Key of the customer; null where the order names none.';
comment on column ingest.order_lines.ordered_at is 'When it was ordered (or returned), in the business time zone.';
comment on column ingest.order_lines.product_code is 'Code of the product.';
comment on column ingest.order_lines.quantity is 'Units; negative where they came back.';
comment on column ingest.order_lines.unit_price is 'Price of one unit in the business currency.';
comment on column ingest.order_lines.status is 'Status of the line in its source.';
comment on column ingest.order_lines.country is 'Country of the order.';

create table ingest.customer_records (
  file_id bigint not null references ingest.files,
  line_number bigint not null,
  customer_key text not null,
  updated_at timestamp,
  first_name text,
  last_name text,
  email text,
  phone text,
  country text,
  city text,
  has_consent boolean,
  is_opted_out boolean,
  primary key (file_id, line_number)
);
comment on table ingest.customer_records is 'One row per accepted line of a customers file.';
comment on column ingest.customer_records.file_id is 'The landing file.';
comment on column ingest.customer_records.line_number is 'Line in the file at which the record starts, the header being line 1.';
comment on column ingest.customer_records.customer_key is 'PII. Key of the customer.';
comment on column ingest.customer_records.updated_at is 'When the record was last changed, in the business time zone; the latest wins.';
comment on column ingest.customer_records.first_name is 'PII. First name.';
comment on column ingest.customer_records.last_name is 'PII. Last name.';
comment on column ingest.customer_records.email is 'PII. E-mail address as it arrived.';
comment on column ingest.customer_records.phone is 'PII. Phone number as it arrived.';
comment on column ingest.customer_records.country is 'Country of residence.';
comment on column ingest.customer_records.city is 'PII. City of residence.';
comment on column ingest.customer_records.has_consent is 'Whether the customer agreed to marketing; null where not told.';
comment on column ingest.customer_records.is_opted_out is 'Whether the customer refused all marketing; null where not told.';

create table ingest.rejects (
  file_id bigint not null references ingest.files,
  line_number bigint not null,
  column_name text,
  reason text not null,
  primary key (file_id, line_number)
);
comment on table ingest.rejects is 'One row per line that could not be read: its first fault.';
comment on column ingest.rejects.file_id is 'The landing file.';
comment on column ingest.rejects.line_number is 'Line in the file at which the record starts, the header being line 1.';
comment on column ingest.rejects.column_name is 'Column at fault, as the file names it; null where the whole line is.';
comment on column ingest.rejects.reason is 'What is wrong, never the value.';
