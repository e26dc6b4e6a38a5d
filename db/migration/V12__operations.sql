-- The watch over the nights: what gates found, and who let a night pass.

create schema operations;

create table operations.gate_results (
  night date not null,
  gate text not null,
  subject text not null default '',
  kind text not null check (kind in ('check', 'gate')),
  revision integer not null,
  value numeric,
  verdict text not null check (verdict in ('passed', 'warned', 'stopped', 'approved', 'not-judged')),
  finding text not null,
  measured_at timestamptz not null,
  primary key (night, gate, subject)
);
comment on table operations.gate_results is 'One row per night, gate and subject: its last result.';
comment on column operations.gate_results.night is 'The business date.';
comment on column operations.gate_results.gate is 'Name of the gate in the settings, or of the file in db/checks.';
comment on column operations.gate_results.subject is 'The source, segment or audience that was measured; empty where the gate measures the whole night.';
comment on column operations.gate_results.kind is 'check (a file of db/checks) or gate (declared in the settings).';
comment on column operations.gate_results.revision is 'Revision of the night that was measured.';
comment on column operations.gate_results.value is 'What was measured, in the unit of its measure; null where nothing could be.';
comment on column operations.gate_results.verdict is 'passed, warned, stopped (the night waits), approved (it would have stopped, and somebody let it pass) or not-judged (too little history, or too few rows).';
comment on column operations.gate_results.finding is 'The result in one line, without values of customers.';
comment on column operations.gate_results.measured_at is 'When it was measured.';

create table operations.gate_approvals (
  approval_id bigint generated always as identity primary key,
  night date not null,
  gate text not null,
  subject text not null,
  value numeric,
  reason text not null check (reason <> ''),
  approved_by text not null,
  database_role text not null default session_user,
  approved_at timestamptz not null
);
create index gate_approvals_by_night on operations.gate_approvals (night, gate, subject);
comment on table operations.gate_approvals is 'One row per approval of one result of a gate. Rows are added and never changed.';
comment on column operations.gate_approvals.approval_id is 'Key of the approval; the higher came later.';
comment on column operations.gate_approvals.night is 'The business date.';
comment on column operations.gate_approvals.gate is 'Name of the gate.';
comment on column operations.gate_approvals.subject is 'The source, segment or audience; empty where the gate measures the whole night.';
comment on column operations.gate_approvals.value is 'The value that was approved; another one needs another approval.';
comment on column operations.gate_approvals.reason is 'Why it may pass, in the words of the approver.';
comment on column operations.gate_approvals.approved_by is 'Name of the approver, as the command gave it.';
comment on column operations.gate_approvals.database_role is 'Role of the database session that approved.';
comment on column operations.gate_approvals.approved_at is 'When it was approved.';

-- privileges cannot keep a table's owner out, and the pipeline owns it
create function operations.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on operations.gate_approvals
  for each row execute function operations.refuse_change();
create trigger never_emptied before truncate on operations.gate_approvals
  for each statement execute function operations.refuse_change();
