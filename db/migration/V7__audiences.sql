-- Audiences: selections of customers with a purpose, and why a member is not in an extract.

create schema audiences;

create table audiences.audiences (
  night date not null,
  audience text not null,
  position integer not null,
  segment text,
  description text not null,
  purpose text not null,
  channel text not null,
  destinations text[] not null,
  exclusive_group text,
  priority integer not null,
  is_consent_for_contacts_only boolean not null,
  global_holdout_percent numeric not null,
  global_holdout_salt text not null,
  global_holdout_days integer,
  holdout_percent numeric not null,
  holdout_salt text not null,
  holdout_days integer,
  frequency text not null check (frequency in ('nightly', 'weekly', 'on-change')),
  is_due boolean not null,
  warn_below bigint not null,
  block_below bigint not null,
  is_blocked boolean not null,
  members bigint not null,
  published bigint not null,
  added bigint not null,
  removed bigint not null,
  primary key (night, audience)
);
comment on table audiences.audiences is 'One row per audience per night, as it was declared and what it came to.';
comment on column audiences.audiences.night is 'The business date.';
comment on column audiences.audiences.audience is 'Name of the audience, as in its file names.';
comment on column audiences.audiences.position is 'Place in the list, 1 for the first.';
comment on column audiences.audiences.segment is 'The segment that it is made of; null where it is declared.';
comment on column audiences.audiences.description is 'Who is in it, in one line.';
comment on column audiences.audiences.purpose is 'Purpose to which its members must have agreed; if its destinations are for several, all of them.';
comment on column audiences.audiences.channel is 'Channel by which it reaches people; any if a refusal of any counts; if its destinations have several, all of them.';
comment on column audiences.audiences.destinations is 'Names of the destinations: those declared, otherwise the one in deliver.destination.';
comment on column audiences.audiences.exclusive_group is 'In a group, a customer is only in the audience with the highest priority; null for no group.';
comment on column audiences.audiences.priority is 'The higher goes first in its group.';
comment on column audiences.audiences.is_consent_for_contacts_only is 'Whether customers known by their key alone need no consent.';
comment on column audiences.audiences.global_holdout_percent is 'Customers held out from all audiences, 0 to 100.';
comment on column audiences.audiences.global_holdout_salt is 'Salt of their draw.';
comment on column audiences.audiences.global_holdout_days is 'Days of orders after which their effect is judged; null if not declared.';
comment on column audiences.audiences.holdout_percent is 'Customers held out from this audience, 0 to 100.';
comment on column audiences.audiences.holdout_salt is 'Salt of their draw.';
comment on column audiences.audiences.holdout_days is 'Days of orders after which their effect is judged; null if not declared.';
comment on column audiences.audiences.frequency is 'nightly, weekly or on-change.';
comment on column audiences.audiences.is_due is 'Whether it is to be delivered in this night, by its frequency.';
comment on column audiences.audiences.warn_below is 'Fewer published members than this are worth a warning.';
comment on column audiences.audiences.block_below is 'Fewer published members than this are not delivered.';
comment on column audiences.audiences.is_blocked is 'Whether it is not delivered, for having too few members.';
comment on column audiences.audiences.members is 'Customers selected: the published and each exclusion.';
comment on column audiences.audiences.published is 'Customers who are not excluded.';
comment on column audiences.audiences.added is 'Published customers who were not published in the last published night before.';
comment on column audiences.audiences.removed is 'Customers who were published in the last published night before, and are not any more.';

create table audiences.exclusions (
  night date not null,
  audience text not null,
  exclusion text not null,
  position integer not null,
  customers bigint not null,
  primary key (night, audience, exclusion),
  foreign key (night, audience) references audiences.audiences on delete cascade
);
comment on table audiences.exclusions is 'One row per night, audience and reason to leave a member out; reasons that apply to no member are rows too.';
comment on column audiences.exclusions.night is 'The business date.';
comment on column audiences.exclusions.audience is 'Name of the audience.';
comment on column audiences.exclusions.exclusion is 'The reason; of several that hold, the first by position counts.';
comment on column audiences.exclusions.position is 'Place of the reason, 1 for the first.';
comment on column audiences.exclusions.customers is 'Members left out for it.';

create table audiences.members (
  customer_key text not null,
  audience text not null,
  valid_from date not null,
  valid_to date,
  exclusion text
    check (exclusion in ('erased', 'opted-out', 'channel-opted-out', 'no-consent', 'no-identifier',
      'holdout', 'lower-priority'))
) partition by list (valid_to);
create table audiences.members_live partition of audiences.members for values in (null);
create table audiences.members_past partition of audiences.members default;
create unique index members_live_by_customer on audiences.members_live (customer_key, audience);
create index members_live_by_audience on audiences.members_live (audience);
create index members_past_by_customer on audiences.members_past (customer_key, valid_to);
create index members_past_by_end on audiences.members_past (valid_to);
comment on table audiences.members is 'One row per audience, member and time in which nothing changed; published where no exclusion stands.';
comment on column audiences.members.customer_key is 'PII. Key of the customer.';
comment on column audiences.members.audience is 'Name of the audience, as in its file names.';
comment on column audiences.members.valid_from is 'First night of the time.';
comment on column audiences.members.valid_to is 'Night from which on it no longer holds; null where it still does.';
comment on column audiences.members.exclusion is 'Why the customer is not in the extract, the first reason of audiences.exclusions; null for customers who are.';
comment on table audiences.members_live is 'One row per audience and member: what holds still.';
comment on table audiences.members_past is 'One row per audience, member and time that is over.';
create table audiences.destinations (
  night date not null,
  audience text not null,
  destination text not null,
  position integer not null,
  purpose text not null,
  channel text not null,
  published bigint not null,
  channel_opted_out bigint not null,
  no_consent bigint not null,
  primary key (night, audience, destination),
  foreign key (night, audience) references audiences.audiences on delete cascade
);
comment on table audiences.destinations is 'One row per night, audience and destination of it: what was checked there, and what it came to.';
comment on column audiences.destinations.night is 'The business date.';
comment on column audiences.destinations.audience is 'Name of the audience.';
comment on column audiences.destinations.destination is 'Channel with its file format.';
comment on column audiences.destinations.position is 'Place among the destinations of the audience, 1 for the first.';
comment on column audiences.destinations.purpose is 'Purpose to which people must have agreed to be sent there.';
comment on column audiences.destinations.channel is 'Channel by which the destination reaches people; any if a refusal of any channel counts.';
comment on column audiences.destinations.published is 'Members who can be sent there.';
comment on column audiences.destinations.channel_opted_out is 'Members who are published at another destination, and refused the channel of this one.';
comment on column audiences.destinations.no_consent is 'Members who are published at another destination, and did not agree to the purpose of this one.';

create table audiences.destination_exclusions (
  customer_key text not null,
  audience text not null,
  destination text not null,
  valid_from date not null,
  valid_to date,
  exclusion text not null check (exclusion in ('channel-opted-out', 'no-consent'))
) partition by list (valid_to);
create table audiences.destination_exclusions_live
  partition of audiences.destination_exclusions for values in (null);
create table audiences.destination_exclusions_past
  partition of audiences.destination_exclusions default;
create unique index destination_exclusions_live_by_customer
  on audiences.destination_exclusions_live (customer_key, audience, destination);
create index destination_exclusions_past_by_customer
  on audiences.destination_exclusions_past (customer_key, valid_to);
create index destination_exclusions_past_by_end on audiences.destination_exclusions_past (valid_to);
comment on table audiences.destination_exclusions is 'One row per audience, destination, member and time in which the member is published at another destination, and not at this one.';
comment on column audiences.destination_exclusions.customer_key is 'PII. Key of the customer.';
comment on column audiences.destination_exclusions.audience is 'Name of the audience.';
comment on column audiences.destination_exclusions.destination is 'Channel with its file format.';
comment on column audiences.destination_exclusions.valid_from is 'First night of the time.';
comment on column audiences.destination_exclusions.valid_to is 'Night from which on it no longer holds; null where it still does.';
comment on column audiences.destination_exclusions.exclusion is 'Why the member is not sent there.';
comment on table audiences.destination_exclusions_live is 'One row per audience, destination and member: what holds still.';
comment on table audiences.destination_exclusions_past is 'One row per audience, destination, member and time that is over.';

-- the partitions' columns mean what the table's do
do $$
declare
  c record;
begin
  for c in
    select inhrelid::regclass as part, attname as column_name, col_description(inhparent, attnum) as description
    from pg_inherits
    join pg_attribute on attrelid = inhparent and attnum > 0
    where inhparent in ('audiences.members'::regclass, 'audiences.destination_exclusions'::regclass)
  loop
    execute format('comment on column %s.%I is %L', c.part, c.column_name, c.description);
  end loop;
end $$;

create function audiences.bucket(salt text, customer_key text) returns integer
language sql immutable strict parallel safe
return (
  select ((high % 10000) * (4294967296 % 10000) + low) % 10000
  from (
    select ('x' || substr(hash, 1, 8))::bit(32)::bigint as high, ('x' || substr(hash, 9, 8))::bit(32)::bigint as low
    from (select encode(sha256(convert_to(salt || ':' || customer_key, 'UTF8')), 'hex') as hash) hashed
  ) halves
)::integer;
comment on function audiences.bucket is 'The first 8 bytes of SHA-256(salt:key), as an unsigned big-endian number, modulo 10000: a customer is held out where it is less than 100 times the percentage.';

create table audiences.holdouts (
  scope text not null,
  customer_key text not null,
  salt text not null,
  bucket integer not null,
  held_since date not null,
  primary key (scope, customer_key)
);
create index holdouts_by_customer on audiences.holdouts (customer_key);
comment on table audiences.holdouts is 'One row per customer who is held out, from one audience or from all.';
comment on column audiences.holdouts.scope is 'Name of the audience; empty for all.';
comment on column audiences.holdouts.customer_key is 'PII. Key of the customer.';
comment on column audiences.holdouts.salt is 'Salt of the draw.';
comment on column audiences.holdouts.bucket is 'Drawn number, 0 to 9999.';
comment on column audiences.holdouts.held_since is 'First night in which the customer was held out by this salt.';
