-- Which Nightjar made a night.

alter table pipeline.nights add column version text;
comment on column pipeline.nights.version is 'Version of Nightjar that worked on the night last; null for nights before this was kept.';
