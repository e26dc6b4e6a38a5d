-- What destinations know people by besides: state, postal code and day of birth.

alter table ingest.customer_records add state text, add zip text, add birth_date text;
comment on column ingest.customer_records.state is 'PII. State or province of residence, as it arrived.';
comment on column ingest.customer_records.zip is 'PII. Postal code, as it arrived.';
comment on column ingest.customer_records.birth_date is 'PII. Day of birth, as it arrived.';

alter table orders.customers add state text, add zip text, add birth_date text;
comment on column orders.customers.state is 'PII. State or province of residence, as it arrived.';
comment on column orders.customers.zip is 'PII. Postal code, as it arrived.';
comment on column orders.customers.birth_date is 'PII. Day of birth, as it arrived.';
