create schema deliver;
alter table publish.states set schema deliver;
alter table publish.sent_rows set schema deliver;
alter table publish.changes set schema deliver;
alter table publish.approvals set schema deliver;
alter table publish.exports set schema deliver;
alter table publish.extracts set schema deliver;
alter function publish.refuse_change() set schema deliver;
