-- Spring Batch keeps its restart memory here (tables as it publishes them), Nightjar its ledger.

create table pipeline.batch_job_instance (
  job_instance_id bigint primary key,
  version bigint,
  job_name varchar(100) not null,
  job_key varchar(32) not null,
  unique (job_name, job_key)
);
comment on table pipeline.batch_job_instance is 'One row per night and revision, as Spring Batch knows it.';
comment on column pipeline.batch_job_instance.job_instance_id is 'Key of the job instance.';
comment on column pipeline.batch_job_instance.version is 'Optimistic lock.';
comment on column pipeline.batch_job_instance.job_name is 'Name of the job.';
comment on column pipeline.batch_job_instance.job_key is 'Hash of the identifying parameters.';

create table pipeline.batch_job_execution (
  job_execution_id bigint primary key,
  version bigint,
  job_instance_id bigint not null references pipeline.batch_job_instance,
  create_time timestamp not null,
  start_time timestamp,
  end_time timestamp,
  status varchar(10),
  exit_code varchar(2500),
  exit_message varchar(2500),
  last_updated timestamp
);
comment on table pipeline.batch_job_execution is 'One row per attempt at a night and revision.';
comment on column pipeline.batch_job_execution.job_execution_id is 'Key of the attempt at the job.';
comment on column pipeline.batch_job_execution.version is 'Optimistic lock.';
comment on column pipeline.batch_job_execution.job_instance_id is 'Key of the job instance.';
comment on column pipeline.batch_job_execution.create_time is 'When the row was created, local to the process.';
comment on column pipeline.batch_job_execution.start_time is 'When the attempt started, local to the process.';
comment on column pipeline.batch_job_execution.end_time is 'When the attempt ended, local to the process.';
comment on column pipeline.batch_job_execution.status is 'Batch status.';
comment on column pipeline.batch_job_execution.exit_code is 'Exit code.';
comment on column pipeline.batch_job_execution.exit_message is 'Exit message.';
comment on column pipeline.batch_job_execution.last_updated is 'When the row was last written, local to the process.';

create table pipeline.batch_job_execution_params (
  job_execution_id bigint not null references pipeline.batch_job_execution,
  parameter_name varchar(100) not null,
  parameter_type varchar(100) not null,
  parameter_value varchar(2500),
  identifying char(1) not null
);
comment on table pipeline.batch_job_execution_params is 'One row per attempt and job parameter.';
comment on column pipeline.batch_job_execution_params.job_execution_id is 'Key of the attempt at the job.';
comment on column pipeline.batch_job_execution_params.parameter_name is 'Name of the parameter.';
comment on column pipeline.batch_job_execution_params.parameter_type is 'Java type of the parameter.';
comment on column pipeline.batch_job_execution_params.parameter_value is 'Value of the parameter.';
comment on column pipeline.batch_job_execution_params.identifying is 'Y where the parameter is part of the job key.';

create table pipeline.batch_step_execution (
  step_execution_id bigint primary key,
  version bigint not null,
  step_name varchar(100) not null,
  job_execution_id bigint not null references pipeline.batch_job_execution,
  create_time timestamp not null,
  start_time timestamp,
  end_time timestamp,
  status varchar(10),
  commit_count bigint,
  read_count bigint,
  filter_count bigint,
  write_count bigint,
  read_skip_count bigint,
  write_skip_count bigint,
  process_skip_count bigint,
  rollback_count bigint,
  exit_code varchar(2500),
  exit_message varchar(2500),
  last_updated timestamp
);
comment on table pipeline.batch_step_execution is 'One row per attempt at a stage.';
comment on column pipeline.batch_step_execution.step_execution_id is 'Key of the attempt at the step.';
comment on column pipeline.batch_step_execution.version is 'Optimistic lock.';
comment on column pipeline.batch_step_execution.step_name is 'Name of the step, a stage.';
comment on column pipeline.batch_step_execution.job_execution_id is 'Key of the attempt at the job.';
comment on column pipeline.batch_step_execution.create_time is 'When the row was created, local to the process.';
comment on column pipeline.batch_step_execution.start_time is 'When the attempt started, local to the process.';
comment on column pipeline.batch_step_execution.end_time is 'When the attempt ended, local to the process.';
comment on column pipeline.batch_step_execution.status is 'Batch status.';
comment on column pipeline.batch_step_execution.commit_count is 'Kept by Spring Batch; tasklets leave it at zero or one.';
comment on column pipeline.batch_step_execution.read_count is 'Kept by Spring Batch; tasklets leave it at zero or one.';
comment on column pipeline.batch_step_execution.filter_count is 'Kept by Spring Batch; tasklets leave it at zero or one.';
comment on column pipeline.batch_step_execution.write_count is 'Kept by Spring Batch; tasklets leave it at zero or one.';
comment on column pipeline.batch_step_execution.read_skip_count is 'Kept by Spring Batch; tasklets leave it at zero or one.';
comment on column pipeline.batch_step_execution.write_skip_count is 'Kept by Spring Batch; tasklets leave it at zero or one.';
comment on column pipeline.batch_step_execution.process_skip_count is 'Kept by Spring Batch; tasklets leave it at zero or one.';
comment on column pipeline.batch_step_execution.rollback_count is 'Kept by Spring Batch; tasklets leave it at zero or one.';
comment on column pipeline.batch_step_execution.exit_code is 'Exit code.';
comment on column pipeline.batch_step_execution.exit_message is 'Exit message.';
comment on column pipeline.batch_step_execution.last_updated is 'When the row was last written, local to the process.';

create table pipeline.batch_step_execution_context (
  step_execution_id bigint primary key references pipeline.batch_step_execution,
  short_context varchar(2500) not null,
  serialized_context text
);
comment on table pipeline.batch_step_execution_context is 'One row per attempt at a stage: its saved state.';
comment on column pipeline.batch_step_execution_context.step_execution_id is 'Key of the attempt at the step.';
comment on column pipeline.batch_step_execution_context.short_context is 'Saved state, cut short.';
comment on column pipeline.batch_step_execution_context.serialized_context is 'Saved state where it is long.';

create table pipeline.batch_job_execution_context (
  job_execution_id bigint primary key references pipeline.batch_job_execution,
  short_context varchar(2500) not null,
  serialized_context text
);
comment on table pipeline.batch_job_execution_context is 'One row per attempt at a night: its saved state.';
comment on column pipeline.batch_job_execution_context.job_execution_id is 'Key of the attempt at the job.';
comment on column pipeline.batch_job_execution_context.short_context is 'Saved state, cut short.';
comment on column pipeline.batch_job_execution_context.serialized_context is 'Saved state where it is long.';

create sequence pipeline.batch_step_execution_seq;
create sequence pipeline.batch_job_execution_seq;
create sequence pipeline.batch_job_instance_seq;

create table pipeline.nights (
  night date not null,
  revision integer not null check (revision > 0),
  status text not null check (status in ('running', 'failed', 'finished')),
  settings jsonb not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (night, revision)
);
comment on table pipeline.nights is 'One row per night and revision.';
comment on column pipeline.nights.night is 'The business date.';
comment on column pipeline.nights.revision is '1 for the first run of the night, one more for each explicit --again.';
comment on column pipeline.nights.status is 'running, failed or finished. A night that is running while nobody holds the lock was interrupted.';
comment on column pipeline.nights.settings is 'The effective configuration, secrets masked.';
comment on column pipeline.nights.started_at is 'When the revision was first started.';
comment on column pipeline.nights.finished_at is 'When its last stage finished; null until then.';

create sequence pipeline.attempts;

create table pipeline.stages (
  night date not null,
  revision integer not null,
  stage text not null,
  attempt bigint not null,
  status text not null check (status in ('running', 'failed', 'finished')),
  started_at timestamptz not null,
  finished_at timestamptz,
  counts jsonb not null default '{}',
  summary text,
  failure_code text,
  primary key (night, revision, stage),
  foreign key (night, revision) references pipeline.nights
);
comment on table pipeline.stages is 'One row per stage of a night and revision: its last attempt.';
comment on column pipeline.stages.night is 'The business date.';
comment on column pipeline.stages.revision is 'Revision of the night.';
comment on column pipeline.stages.stage is 'Name of the stage, as its package and schema.';
comment on column pipeline.stages.attempt is 'Counts on with every start of any stage of any night: what is higher started later, whatever the clock says.';
comment on column pipeline.stages.status is 'running, failed or finished.';
comment on column pipeline.stages.started_at is 'When the last attempt started.';
comment on column pipeline.stages.finished_at is 'When the last attempt ended; null while it runs or when it was killed.';
comment on column pipeline.stages.counts is 'What the stage counted, by name.';
comment on column pipeline.stages.summary is 'The stage''s line in the report, or the message of its failure.';
comment on column pipeline.stages.failure_code is 'Code of the failure, a heading in the runbook; null unless failed.';

-- The session that holds the lock on this table runs a night or works in its place. Readers have no
-- right to it, so they cannot keep nights from running; an advisory lock would be everybody's.
-- A session can end while its process works on, so each holder also has a turn: every transaction of
-- a night checks that the turn is still its own, and keeps the next holder waiting until it ends.
create table pipeline.night_lock (
  is_held boolean not null
);
comment on table pipeline.night_lock is
  'Always empty. The session of the night that runs holds the table locked.';
comment on column pipeline.night_lock.is_held is 'Not used.';

create table pipeline.night_turns (
  turn bigint not null
);
insert into pipeline.night_turns (turn) values (0);
comment on table pipeline.night_turns is 'One row per database: the turn of the process that took the lock last.';
comment on column pipeline.night_turns.turn is 'Counts on each time the lock is taken.';

-- The process with this turn ends its night at the next safe point. A later turn is another night.
create table pipeline.stop_requests (
  turn bigint primary key,
  requested_at timestamptz not null
);
comment on table pipeline.stop_requests is 'One row per turn whose night was asked to stop.';
comment on column pipeline.stop_requests.turn is 'Turn of the process that is asked, in pipeline.night_turns.';
comment on column pipeline.stop_requests.requested_at is 'When it was asked first.';

-- Readers see the schema published, and do nothing else in this database.
do $$
begin
  execute format('grant temporary on database %I to %I', current_database(), current_user);
  execute format('revoke temporary on database %I from public', current_database());
exception
  when insufficient_privilege then
    raise notice 'temporary tables were not taken from public; ops/runbook.md says how';
end
$$;
