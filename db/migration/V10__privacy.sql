-- Privacy: an erased person leaves a pseudonym in the books, and nothing by which a late file could
-- bring the person back.

create schema privacy;

create table privacy.identifiers (
  kind text not null check (kind in ('customer', 'email', 'phone', 'national', 'number')),
  digest text not null,
  secret_digest text not null,
  primary key (kind, digest)
);
comment on table privacy.identifiers is 'One row per identifier of somebody who was erased.';
comment on column privacy.identifiers.kind is 'What the identity is: customer (the key), email, phone (E.164), national or number (a phone number without country code).';
comment on column privacy.identifiers.digest is 'HMAC-SHA-256 of the identity by the configured secret, lower-case hex.';
comment on column privacy.identifiers.secret_digest is 'The same of a fixed text: with another secret, no person would be recognised.';

create table privacy.erasures (
  pseudonym text primary key,
  erased_at timestamptz not null,
  last_night date,
  rows_changed bigint not null
);
comment on table privacy.erasures is 'One row per erased person: the audit line.';
comment on column privacy.erasures.pseudonym is 'Stands in every table where the key of the customer stood; by chance, so that nothing leads back.';
comment on column privacy.erasures.erased_at is 'When the person was erased.';
comment on column privacy.erasures.last_night is 'The newest night with audiences by then; later ones publish the person no more. Null where there was none.';
comment on column privacy.erasures.rows_changed is 'Rows changed in all tables, for all people that the same command erased.';

