-- Orders are kept by landing file, so that a night reads and writes what is new and nothing else.

create schema orders;

create sequence orders.builds;

create table orders.files (
  file_id bigint primary key,
  source text not null,
  night date not null,
  policy text not null,
  lines_loaded bigint not null,
  last_day date
);
comment on table orders.files is 'One row per loaded file whose lines are in the orders or customers.';
comment on column orders.files.file_id is 'The landing file.';
comment on column orders.files.source is 'Source of the file.';
comment on column orders.files.night is 'Night as of which its lines were read.';
comment on column orders.files.policy is 'The policy of its source, as it was read.';
comment on column orders.files.lines_loaded is 'Lines that it had; mended rejects raise the number in the file ledger.';
comment on column orders.files.last_day is 'Day of its latest line; null where it has none.';

create table orders.file_outcomes (
  file_id bigint not null,
  outcome text not null,
  lines bigint not null,
  primary key (file_id, outcome)
);
comment on table orders.file_outcomes is 'One row per loaded file and outcome of its lines, as of the last night.';
comment on column orders.file_outcomes.file_id is 'The landing file.';
comment on column orders.file_outcomes.outcome is 'kept, or the reason why the lines are left out.';
comment on column orders.file_outcomes.lines is 'Lines with that outcome.';

create table orders.line_outcomes (
  night date not null,
  source text not null,
  outcome text not null,
  lines bigint not null,
  primary key (night, source, outcome)
);
comment on table orders.line_outcomes is 'One row per night, source and outcome; the lines of a source add up to the lines read.';
comment on column orders.line_outcomes.night is 'The business date.';
comment on column orders.line_outcomes.source is 'Source of the lines.';
comment on column orders.line_outcomes.outcome is 'kept, rejected, or the reason why the line is left out.';
comment on column orders.line_outcomes.lines is 'Lines with that outcome, over all files loaded so far.';

create table orders.order_parts (
  source text not null,
  order_number text not null,
  customer_key text,
  file_id bigint not null,
  booked_on date not null,
  outcome text not null,
  is_return boolean not null,
  first_line bigint,
  last_line bigint,
  lines_count bigint not null,
  value numeric not null,
  country text,
  attributes jsonb,
  own_outcome text,
  units numeric not null default 0,
  is_free boolean not null default false,
  ordered_on date not null,
  is_order_kept boolean not null,
  is_order boolean not null
);
-- the number first, by which orders differ: it is built in less time
create index order_parts_by_order on orders.order_parts (order_number, source);
create index order_parts_by_customer on orders.order_parts (customer_key, ordered_on);
create index order_parts_by_day on orders.order_parts (ordered_on);
create index order_parts_by_file on orders.order_parts (file_id);
-- few parts are of another day than their order: returns, mostly
create index order_parts_later_by_customer on orders.order_parts (customer_key, booked_on) where booked_on <> ordered_on;
create index order_parts_later_by_day on orders.order_parts (booked_on) where booked_on <> ordered_on;
comment on table orders.order_parts is 'One row per order, customer, landing file, day and outcome of its lines, returns apart: for most orders one row.';
comment on column orders.order_parts.source is 'Source of the order.';
comment on column orders.order_parts.order_number is 'Number of the order in its source.';
comment on column orders.order_parts.customer_key is 'PII. Key of the customer; null where the lines name none.';
comment on column orders.order_parts.file_id is 'The landing file.';
comment on column orders.order_parts.booked_on is 'Day of the lines.';
comment on column orders.order_parts.outcome is 'kept, or the reason why the lines are left out.';
comment on column orders.order_parts.is_return is 'Whether the lines are returns.';
comment on column orders.order_parts.first_line is 'First of the lines in the file; null where repeated lines all count.';
comment on column orders.order_parts.last_line is 'Last of the lines in the file; null where repeated lines all count.';
comment on column orders.order_parts.lines_count is 'How many lines they are.';
comment on column orders.order_parts.value is 'Their value, negative for returns, in the business currency.';
comment on column orders.order_parts.country is 'Country of the order.';
comment on column orders.order_parts.attributes is 'Further values of the order by name; null for none.';
comment on column orders.order_parts.units is 'Pieces: the sum of the lines'' quantities, as they were written.';
comment on column orders.order_parts.is_free is 'Whether every line is worth nothing, and its source counts such lines.';
comment on column orders.order_parts.ordered_on is 'Day for which the whole order counts: of its first line that is not a return, of its first return where there is no other. The day of the lines where they are left out.';
comment on column orders.order_parts.is_order_kept is 'Whether the whole order counts for recency and frequency: it is not a return, and worth more than zero after its returns, or free where its source counts free lines.';
comment on column orders.order_parts.is_order is 'Stands on one part of each order that counts, so that orders can be counted.';
comment on column orders.order_parts.own_outcome is 'The outcome of the lines if no newer file had the order; null where none has.';

create view orders.orders as
  select source, order_number, customer_key, ordered_on, bool_or(is_order_kept) as is_kept,
    sum(lines_count)::bigint as lines_count, sum(value) as net_value
  from orders.order_parts
  where outcome = 'kept'
  group by source, order_number, customer_key, ordered_on;
comment on view orders.orders is 'One row per order and customer, as known on the date of the last night (a number that two customers share is two orders).';
comment on column orders.orders.source is 'Source of the order.';
comment on column orders.orders.order_number is 'Number of the order in its source.';
comment on column orders.orders.customer_key is 'PII. Key of the customer.';
comment on column orders.orders.ordered_on is 'Day of the first line that is not a return; of the first return where there is no other line.';
comment on column orders.orders.is_kept is 'Whether the order counts for recency and frequency: not a return, and worth more than zero after its returns, or free where its source counts free lines.';
comment on column orders.orders.lines_count is 'Kept lines, returns among them.';
comment on column orders.orders.net_value is 'Value of the kept lines less returns, in the business currency.';

create table orders.customers (
  customer_key text primary key,
  first_name text,
  last_name text,
  email text,
  phone text,
  country text,
  city text,
  has_consent boolean,
  is_opted_out boolean not null,
  attributes jsonb,
  build bigint not null,
  consents jsonb,
  is_erased boolean not null default false,
  state text,
  zip text,
  birth_date text,
  has_opted_out boolean not null default false,
  address text,
  address_2 text,
  gender text
);
comment on table orders.customers is 'One row per customer named by a customers file or an order line.';
comment on column orders.customers.customer_key is 'PII. Key of the customer.';
comment on column orders.customers.first_name is 'PII. First name.';
comment on column orders.customers.last_name is 'PII. Last name.';
comment on column orders.customers.email is 'PII. E-mail address as it arrived.';
comment on column orders.customers.phone is 'PII. Phone number as it arrived.';
comment on column orders.customers.country is 'Country of residence, else of the latest order.';
comment on column orders.customers.city is 'PII. City of residence.';
comment on column orders.customers.has_consent is 'Whether the customer agreed to marketing, for all purposes without an answer of their own; null if unknown.';
comment on column orders.customers.is_opted_out is 'Whether the customer, or somebody with an identity of the customer, refused all marketing.';
comment on column orders.customers.attributes is 'Further values of the latest order by name; null for none.';
comment on column orders.customers.build is 'Counts on with every run of the stage: the one in which the customer''s orders last changed.';
comment on column orders.customers.consents is 'Whether the customer agreed to a purpose, by purpose; null for none.';
comment on column orders.customers.is_erased is 'Whether the customer was erased, or ever had an e-mail address or phone number of somebody who was.';
comment on column orders.customers.state is 'PII. State or province of residence, as it arrived.';
comment on column orders.customers.zip is 'PII. Postal code, as it arrived.';
comment on column orders.customers.birth_date is 'PII. Day of birth, as it arrived.';
comment on column orders.customers.address is 'PII. First line of the address, as it arrived.';
comment on column orders.customers.address_2 is 'PII. Second line of the address, as it arrived.';
comment on column orders.customers.gender is 'PII. Gender, as it arrived.';
comment on column orders.customers.has_opted_out is 'Whether the customer''s own records refuse all marketing.';

create table orders.identities (
  identity text collate "C" not null,
  customer_key text collate "C" not null,
  is_national boolean not null,
  is_shared boolean not null
);
create unique index identities_once on orders.identities (identity, customer_key, is_national);
create index identities_by_customer on orders.identities (customer_key);
create index identities_shared on orders.identities (identity) where is_shared;
comment on table orders.identities is 'One row per customer and identity that any record of the customer ever had: two customers with one in common can be the same person. Phone numbers that are both of a known country must have the whole number in common.';
comment on column orders.identities.identity is 'PII. Kind and value: customer:, email:, phone: (E.164), or number: (without the country code).';
comment on column orders.identities.customer_key is 'PII. Key of the customer.';
comment on column orders.identities.is_national is 'Whether a number without country code is of a known country.';
comment on column orders.identities.is_shared is 'Whether other customers have the value too.';

create table orders.refusals (
  customer_key text not null,
  kind text not null check (kind in ('all', 'channel', 'purpose')),
  name text not null,
  primary key (customer_key, kind, name)
);
comment on table orders.refusals is 'One row per customer and marketing that the customer refused, or that somebody with an identity of the customer refused.';
comment on column orders.refusals.customer_key is 'PII. Key of the customer.';
comment on column orders.refusals.kind is 'all marketing, that of a channel, or that for a purpose (only where another customer refused it; a customer''s own consents are in orders.customers).';
comment on column orders.refusals.name is 'The channel or purpose; * for every purpose; empty for all marketing.';
