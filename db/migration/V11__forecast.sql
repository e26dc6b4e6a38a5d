-- What customers can be expected to buy: a model each night, and a forecast per customer of the last
-- nights. Forecasts change with every day that passes, so they are not kept as intervals.

create schema forecast;

create table forecast.nights (
  night date primary key,
  customers bigint not null,
  repeat_buyers bigint not null,
  r double precision,
  alpha double precision,
  a double precision,
  b double precision,
  log_likelihood double precision,
  p double precision,
  q double precision,
  v double precision,
  value_log_likelihood double precision,
  problem text
);
comment on table forecast.nights is 'One row per night: the models of purchases and of their value.';
comment on column forecast.nights.night is 'The business date.';
comment on column forecast.nights.customers is 'Customers with an order up to the night.';
comment on column forecast.nights.repeat_buyers is 'Customers with orders on more than one day.';
comment on column forecast.nights.r is 'BG/NBD: shape of the purchase rates; null where the night has no forecast.';
comment on column forecast.nights.alpha is 'BG/NBD: scale of the purchase rates, in weeks; null where the night has no forecast.';
comment on column forecast.nights.a is 'BG/NBD: first parameter of the probability to stop after a purchase; null where the night has no forecast.';
comment on column forecast.nights.b is 'BG/NBD: second parameter of the probability to stop after a purchase; null where the night has no forecast.';
comment on column forecast.nights.log_likelihood is 'BG/NBD: logarithm of the likelihood of all customers; null where the night has no forecast.';
comment on column forecast.nights.p is 'Gamma-gamma: shape of the values of one customer; null where values are not forecast.';
comment on column forecast.nights.q is 'Gamma-gamma: shape of the mean values among customers; null where values are not forecast.';
comment on column forecast.nights.v is 'Gamma-gamma: scale, in the business currency; null where values are not forecast.';
comment on column forecast.nights.value_log_likelihood is 'Gamma-gamma: logarithm of the likelihood of all repeat buyers; null where values are not forecast.';
comment on column forecast.nights.problem is 'Why the night has no forecast, or none of values; null where it has both.';

create table forecast.customers (
  night date not null,
  customer_key text not null,
  repeat_days integer not null,
  first_ordered_on date not null,
  last_ordered_on date not null,
  repeat_value numeric not null,
  probability_alive numeric not null,
  expected_orders_90 numeric not null,
  expected_orders_365 numeric not null,
  expected_order_value numeric,
  expected_value_90 numeric,
  expected_value_365 numeric,
  primary key (night, customer_key)
);
comment on table forecast.customers is 'One row per customer with an order, for the last published night and the one after it.';
comment on column forecast.customers.night is 'The business date.';
comment on column forecast.customers.customer_key is 'PII. Key of the customer.';
comment on column forecast.customers.repeat_days is 'Days with an order after the first day with one.';
comment on column forecast.customers.first_ordered_on is 'Day of the first order.';
comment on column forecast.customers.last_ordered_on is 'Day of the last order.';
comment on column forecast.customers.repeat_value is 'Value less returns after the day of the first order, in the business currency.';
comment on column forecast.customers.probability_alive is 'Probability that the customer has not stopped buying, 0 to 1.';
comment on column forecast.customers.expected_orders_90 is 'Expected number of days with an order in the 90 days after the night.';
comment on column forecast.customers.expected_orders_365 is 'Expected number of days with an order in the 365 days after the night.';
comment on column forecast.customers.expected_order_value is 'Expected value of such a day, in the business currency; null where values are not forecast.';
comment on column forecast.customers.expected_value_90 is 'Expected value in the 90 days after the night, in the business currency; null where values are not forecast.';
comment on column forecast.customers.expected_value_365 is 'Expected value in the 365 days after the night, in the business currency; null where values are not forecast.';
