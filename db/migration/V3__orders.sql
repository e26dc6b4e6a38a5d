create schema orders;

create table orders.orders (
  source text not null,
  order_number text not null,
  customer_key text not null,
  ordered_on date not null,
  is_kept boolean not null,
  lines_count bigint not null,
  net_value numeric not null,
  primary key (source, order_number, customer_key)
);
comment on table orders.orders is 'One row per order and customer, as known on the date of the last night (a number that two customers share is two orders).';
comment on column orders.orders.source is 'Source of the order.';
comment on column orders.orders.order_number is 'Number of the order in its source.';
comment on column orders.orders.customer_key is 'PII. Key of the customer.';
comment on column orders.orders.ordered_on is 'Day of the first line that is no return; of the first return where there is no other line.';
comment on column orders.orders.is_kept is 'Whether the order counts for recency and frequency: not a return, and worth more than zero after its returns.';
comment on column orders.orders.lines_count is 'Kept lines, returns among them.';
comment on column orders.orders.net_value is 'Value of the kept lines less returns, in the business currency.';
create index orders_by_customer on orders.orders (customer_key);

create table orders.customers (
  customer_key text primary key,
  first_name text,
  last_name text,
  email text,
  phone text,
  country text,
  city text,
  has_consent boolean,
  is_opted_out boolean not null
);
comment on table orders.customers is 'One row per customer whom a customers file or an order line names.';
comment on column orders.customers.customer_key is 'PII. Key of the customer.';
comment on column orders.customers.first_name is 'PII. First name.';
comment on column orders.customers.last_name is 'PII. Last name.';
comment on column orders.customers.email is 'PII. E-mail address as it arrived.';
comment on column orders.customers.phone is 'PII. Phone number as it arrived.';
comment on column orders.customers.country is 'Country of residence, else of the latest order.';
comment on column orders.customers.city is 'PII. City of residence.';
comment on column orders.customers.has_consent is 'Whether the customer agreed to marketing; null where not told.';
comment on column orders.customers.is_opted_out is 'Whether the customer refused all marketing.';

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
