-- Readers see the schema published, and do nothing else in this database.

-- Whoever holds this table locked runs a night or works in its place. Readers have no right to it,
-- so they cannot keep nights from running; an advisory lock would be everybody's.
create table pipeline.night_lock (
  is_held boolean not null
);
comment on table pipeline.night_lock is
  'One row per nothing: it stays empty. The session of the night that runs holds the table locked.';
comment on column pipeline.night_lock.is_held is 'Not used.';

do $$
begin
  execute format('grant temporary on database %I to %I', current_database(), current_user);
  execute format('revoke temporary on database %I from public', current_database());
exception
  when insufficient_privilege then
    raise notice 'temporary tables were not taken from public; ops/runbook.md says how';
end
$$;
