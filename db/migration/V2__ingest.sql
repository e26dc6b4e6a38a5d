-- What arrived: the file ledger, the lines as they were read, and the lines that could not be.

create schema ingest;

create table ingest.sources (
  source text primary key,
  feed text not null
    check (feed in ('order-lines', 'orders', 'customers', 'suppressions', 'mended-rejects')),
  returns text not null check (returns in ('net', 'ignore')),
  return_prefix text,
  return_statuses text[] not null,
  is_negative_quantity_return boolean not null,
  kept_statuses text[] not null,
  duplicates text not null
    check (duplicates in ('newest-file', 'keep', 'drop-identical', 'by-key')),
  zone text not null,
  is_required boolean not null default false,
  expected_by time,
  has_country boolean not null default true,
  has_attributes boolean not null default true,
  is_free_line_counted boolean not null default false,
  has_line_ids boolean not null default false,
  has_refunds boolean not null default false,
  is_total_once boolean not null default false,
  is_refund_once boolean not null default false
);
comment on table ingest.sources is 'One row per source, as configured for the last night that ran.';
comment on column ingest.sources.source is 'Name of the source.';
comment on column ingest.sources.feed is 'What the files carry: order-lines, orders, customers, suppressions or mended-rejects.';
comment on column ingest.sources.returns is 'Policy for returns: net lowers the monetary value, ignore leaves the lines out.';
comment on column ingest.sources.return_prefix is 'An order number that begins so is a return; null for none.';
comment on column ingest.sources.return_statuses is 'Statuses that mark a line as a return.';
comment on column ingest.sources.is_negative_quantity_return is 'Whether a negative quantity, or the negative total of an order, marks a return.';
comment on column ingest.sources.kept_statuses is 'Statuses of lines that count; empty where every status counts.';
comment on column ingest.sources.duplicates is 'Policy for repeated lines: newest-file (the newest file with an order has all its lines that count), keep, drop-identical, or by-key (the last line of an order and product, or line id, counts).';
comment on column ingest.sources.zone is 'Time zone of the timestamps in the files.';
comment on column ingest.sources.is_required is 'Whether a night fails without a file of the source.';
comment on column ingest.sources.expected_by is 'Time of the business day after the night by which a file is expected; null where none is.';
comment on column ingest.sources.has_country is 'Whether the lines carry a country.';
comment on column ingest.sources.has_attributes is 'Whether the lines carry further values by name.';
comment on column ingest.sources.is_free_line_counted is 'Whether a line worth nothing is kept, and an order of nothing else counts.';
comment on column ingest.sources.has_line_ids is 'Whether the lines have ids of their own.';
comment on column ingest.sources.has_refunds is 'Whether the lines say how much of their amount was given back.';
comment on column ingest.sources.is_total_once is 'Whether the lines of an order repeat its total, which counts once.';
comment on column ingest.sources.is_refund_once is 'Whether the lines of an order repeat what was given back of it, which counts once.';

-- mended rejects are loaded under a source of their own, which no settings name
insert into ingest.sources
  (source, feed, returns, return_statuses, is_negative_quantity_return, kept_statuses, duplicates, zone)
values ('mended-rejects', 'mended-rejects', 'net', '{}', false, '{}', 'keep', 'UTC');

create table ingest.files (
  file_id bigint generated always as identity primary key,
  source text not null references ingest.sources,
  name text not null,
  content_hash text not null,
  bytes bigint not null,
  landing_path text not null,
  night date not null,
  landed_at timestamptz not null,
  verdict text not null
    check (verdict in ('landed', 'loaded', 'replaced', 'duplicate', 'quarantined')),
  reason text,
  line_number bigint,
  lines_read bigint,
  lines_loaded bigint,
  lines_rejected bigint,
  layout text,
  columns text[],
  replaced_by bigint references ingest.files,
  is_withheld boolean not null default false,
  latest_day date,
  notes text[] not null default '{}'
);
create unique index files_once on ingest.files (source, content_hash) where verdict in ('landed', 'loaded');
create index files_by_name on ingest.files (source, name);
comment on table ingest.files is 'One row per file that landed: the file ledger.';
comment on column ingest.files.file_id is 'Key of the landing file.';
comment on column ingest.files.source is 'Source whose pattern the file matched.';
comment on column ingest.files.name is 'Name under which the file arrived.';
comment on column ingest.files.content_hash is 'SHA-256 of the bytes as they arrived, lower-case hex.';
comment on column ingest.files.bytes is 'Size as it arrived.';
comment on column ingest.files.landing_path is 'Where the file lies, below the landing folder.';
comment on column ingest.files.night is 'Business date of the night in which the file landed.';
comment on column ingest.files.landed_at is 'When the file landed.';
comment on column ingest.files.verdict is 'landed (not yet read), loaded, replaced (by a later file of its name), duplicate (same content as a loaded file) or quarantined.';
comment on column ingest.files.reason is 'Why the file is quarantined.';
comment on column ingest.files.line_number is 'Line at which reading a quarantined file ended; null where no line was at fault.';
comment on column ingest.files.lines_read is 'Data lines read, the header not counted.';
comment on column ingest.files.lines_loaded is 'Lines that became rows.';
comment on column ingest.files.lines_rejected is 'Lines that became rejects.';
comment on column ingest.files.layout is 'How the file is written, as declared or detected; null where it was not read.';
comment on column ingest.files.columns is 'Names of the file''s columns; null where it is not loaded.';
comment on column ingest.files.replaced_by is 'The later file of the same name whose content counts instead; null for none.';
comment on column ingest.files.is_withheld is 'Whether an erased person was in the file: then it is removed from the landing folder.';
comment on column ingest.files.latest_day is 'Latest day of the lines of a file of orders, days after its landing left out. Of two files with the same order, the one with the later day is newer. Null where no line has one.';
comment on column ingest.files.notes is 'What the night says about a loaded file.';

-- A file's lines are written once, in one transaction with its verdict: keys that are checked row by
-- row would take longer than the rest of the loading.
create table ingest.order_lines (
  file_id bigint not null,
  line_number bigint not null,
  order_number text,
  customer_key text,
  ordered_at timestamp not null,
  product_code text,
  quantity numeric not null default 1,
  unit_price numeric not null,
  status text,
  country text,
  attributes jsonb,
  refunded numeric,
  line_id text
);
create index order_lines_by_file on ingest.order_lines using brin (file_id, line_number)
  with (pages_per_range = 64);
-- without it, the planner takes a history for several times as many orders, and sorts its lines on disk
create statistics ingest.order_lines_by_order (ndistinct)
  on order_number, customer_key, file_id, (ordered_at::date) from ingest.order_lines;
comment on table ingest.order_lines is 'One row per accepted line of an order-lines file, or per order of an orders file.';
comment on column ingest.order_lines.file_id is 'The landing file.';
comment on column ingest.order_lines.line_number is 'Line in the file at which the record starts, the header being line 1.';
comment on column ingest.order_lines.order_number is 'Number of the order in its source; null where the file has none and each of its lines is an order.';
comment on column ingest.order_lines.customer_key is 'PII. Key of the customer; null where the order names none.';
comment on column ingest.order_lines.ordered_at is 'When it was ordered (or returned), in the business time zone.';
comment on column ingest.order_lines.product_code is 'Code of the product.';
comment on column ingest.order_lines.quantity is 'Units, negative where they came back; 1 for the total of an order.';
comment on column ingest.order_lines.unit_price is 'Price of one unit, or the total of the order, in the business currency.';
comment on column ingest.order_lines.status is 'Status of the line in its source.';
comment on column ingest.order_lines.country is 'Country of the order.';
comment on column ingest.order_lines.attributes is 'Further values of the order by name, such as payment method or channel; null for none.';
comment on column ingest.order_lines.refunded is 'How much of the line''s amount was given back, in the business currency; null for nothing.';
comment on column ingest.order_lines.line_id is 'Id of the line in its source; null for none.';

create table ingest.customer_records (
  file_id bigint not null,
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
  consents jsonb,
  is_erased boolean not null default false,
  state text,
  zip text,
  birth_date text,
  identities text[],
  is_rejected boolean not null default false,
  address text,
  address_2 text,
  gender text,
  primary key (file_id, line_number)
);
create index customer_records_by_customer on ingest.customer_records (customer_key);
create index customer_records_erased on ingest.customer_records (customer_key) where is_erased;
comment on table ingest.customer_records is 'One row per accepted line of a customers file, and per reject that names a customer and refuses something.';
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
comment on column ingest.customer_records.has_consent is 'Whether the customer agreed to marketing; null if unknown.';
comment on column ingest.customer_records.is_opted_out is 'Whether the customer refused all marketing; null if unknown.';
comment on column ingest.customer_records.consents is 'Whether the customer agreed to each purpose that the source tells apart; null for none.';
comment on column ingest.customer_records.is_erased is 'Whether the line had an e-mail address or phone number of an erased person; then it is left without name, address, number and city.';
comment on column ingest.customer_records.state is 'PII. State or province of residence, as it arrived.';
comment on column ingest.customer_records.zip is 'PII. Postal code, as it arrived.';
comment on column ingest.customer_records.birth_date is 'PII. Day of birth, as it arrived.';
comment on column ingest.customer_records.address is 'PII. First line of the address, as it arrived.';
comment on column ingest.customer_records.address_2 is 'PII. Second line of the address, as it arrived.';
comment on column ingest.customer_records.gender is 'PII. Gender, as it arrived.';
comment on column ingest.customer_records.identities is 'PII. Identities of e-mail address and phone number, by which people are compared; null for none.';
comment on column ingest.customer_records.is_rejected is 'Whether the line is a reject. Then only what it refuses counts; a refusal that cannot be read is one.';

create table ingest.suppressions (
  file_id bigint not null,
  line_number bigint not null,
  customer_key text,
  email text,
  phone text,
  suppressed_at timestamp,
  channel text,
  channels text[],
  identities text[],
  primary key (file_id, line_number)
);
comment on table ingest.suppressions is 'One row per line of a suppressions file that names somebody, rejects among them, and per reject of a customers file that refuses marketing and names no customer: somebody who refused all marketing, or that of some channels. A replaced file''s lines still hold.';
comment on column ingest.suppressions.file_id is 'The landing file.';
comment on column ingest.suppressions.line_number is 'Line in the file at which the record starts, the first being 1.';
comment on column ingest.suppressions.customer_key is 'PII. Key of the customer; null where the line names none.';
comment on column ingest.suppressions.email is 'PII. E-mail address as it arrived.';
comment on column ingest.suppressions.phone is 'PII. Phone number as it arrived.';
comment on column ingest.suppressions.suppressed_at is 'When the refusal was given, in the business time zone.';
comment on column ingest.suppressions.channel is 'The channels that are refused, as they arrived; null for none.';
comment on column ingest.suppressions.channels is 'The channels that are refused; empty if all are, null if the file names none or one that is unknown, which refuses all as well.';
comment on column ingest.suppressions.identities is 'PII. Identities of e-mail address and phone number, by which people are compared; null for none.';

create table ingest.rejects (
  file_id bigint not null references ingest.files,
  line_number bigint not null,
  column_name text,
  reason text not null,
  cells text[] not null default '{}',
  primary key (file_id, line_number)
);
comment on table ingest.rejects is 'One row per line that could not be read: its first fault.';
comment on column ingest.rejects.file_id is 'The landing file.';
comment on column ingest.rejects.line_number is 'Line in the file at which the record starts, the header being line 1.';
comment on column ingest.rejects.column_name is 'Column at fault, as the file names it; null where the whole line is.';
comment on column ingest.rejects.reason is 'Code of what is wrong.';
comment on column ingest.rejects.cells is 'PII. The texts of the line as they came, to be mended and sent again.';
