-- Extracts with an erased person are withdrawn by the stage that delivers them.

drop table privacy.withdrawals;

create table deliver.withdrawals (
  destination text not null,
  place text not null,
  audience text not null,
  first_night date not null,
  last_night date not null,
  last_export_id bigint not null,
  extracts integer not null,
  problem text,
  primary key (destination, place, audience, first_night)
);
comment on table deliver.withdrawals is 'One row per destination, place, audience and first night of extracts that are still to be withdrawn, because a person in them was erased.';
comment on column deliver.withdrawals.destination is 'Channel with its file format.';
comment on column deliver.withdrawals.place is 'Folder, server or bucket to which the extracts were delivered.';
comment on column deliver.withdrawals.audience is 'Name of the audience.';
comment on column deliver.withdrawals.first_night is 'Business date of the first of the extracts.';
comment on column deliver.withdrawals.last_night is 'Business date of the last of the extracts.';
comment on column deliver.withdrawals.last_export_id is 'The newest row of deliver.exports at the erasure; files delivered later are without the person, and stay.';
comment on column deliver.withdrawals.extracts is 'Number of the extracts at the erasure.';
comment on column deliver.withdrawals.problem is 'Why the last attempt failed; null before the first.';

alter table deliver.exports drop constraint exports_action_check;
alter table deliver.exports add constraint exports_action_check check (action in ('delivered', 'purged', 'withdrawn'));
comment on table deliver.exports is 'One row per file that was delivered, and one more per file that was removed. Append-only.';
comment on view published.exports is 'One row per file that was delivered, and one more per file that was removed.';
comment on column deliver.exports.action is 'delivered: the file was read back from the place and is whole; purged: it was removed from there after its time; withdrawn: it was removed from there because a person in it was erased.';
comment on column published.exports.action is 'delivered: the file was read back from the place and is whole; purged: it was removed from there after its time; withdrawn: it was removed from there because a person in it was erased.';
