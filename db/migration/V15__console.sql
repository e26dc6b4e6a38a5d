-- The console: who can log in, and what people did and looked at there.

create schema console;

create table console.accounts (
  name text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  role text not null check (role in ('viewer', 'marketing', 'ops')),
  password_hash text not null,
  changed_at timestamptz not null
);
comment on table console.accounts is 'One row per account of the console.';
comment on column console.accounts.name is 'Name of the account, in small letters.';
comment on column console.accounts.role is 'viewer (sees figures), marketing (also customers and extracts) or ops (also runs and approves nights).';
comment on column console.accounts.password_hash is 'Argon2id hash of the password, with its salt and parameters.';
comment on column console.accounts.changed_at is 'When role or password were last set; sessions from before it have ended.';

create table console.audit (
  audit_id bigint generated always as identity primary key,
  happened_at timestamptz not null,
  account text not null,
  action text not null,
  subject text not null default '',
  night date,
  customer_key text
);
create index audit_by_customer on console.audit (customer_key) where customer_key is not null;
comment on table console.audit is 'One row per thing that somebody did, downloaded or looked at in the console. Rows are added and never removed.';
comment on column console.audit.audit_id is 'Key of the row; the higher came later.';
comment on column console.audit.happened_at is 'When it happened.';
comment on column console.audit.account is 'Name of the account.';
comment on column console.audit.action is 'What was done, in a word, such as login, resume or download.';
comment on column console.audit.subject is 'What it was done to, such as the name of an audience or file; empty where the night says it all.';
comment on column console.audit.night is 'The business date that it was about; null where there is none.';
comment on column console.audit.customer_key is 'PII. The customer who was looked at; null where it was nobody in particular.';

-- Erasing a person puts the pseudonym in the place of the key; nothing else ever changes.
create function console.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(new) - 'customer_key' = to_jsonb(old) - 'customer_key' then
      return new;
    end if;
  end if;
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on console.audit
  for each row execute function console.refuse_change();
create trigger never_emptied before truncate on console.audit
  for each statement execute function console.refuse_change();

-- The role with which pages read: every table but the accounts, and nothing to write. Roles belong to
-- the server: where this role may not be created, the runbook says what the owner of the server does.
create function console.let_pages_read() returns void language plpgsql as $$
declare
  ours text;
begin
  for ours in
    select nspname from pg_namespace where nspowner = current_user::regrole and nspname not like 'pg\_%'
  loop
    execute format('grant usage on schema %I to nightjar_console', ours);
    execute format('grant select on all tables in schema %I to nightjar_console', ours);
  end loop;
  -- of later migrations and of nights
  alter default privileges grant usage on schemas to nightjar_console;
  alter default privileges grant select on tables to nightjar_console;
  revoke all on console.accounts from nightjar_console;
end $$;
do $$
begin
  create role nightjar_console nologin;
exception
  when duplicate_object or unique_violation then null;
  when insufficient_privilege then raise notice 'role nightjar_console was not created';
end $$;
do $$
begin
  if exists (select from pg_roles where rolname = 'nightjar_console') then
    perform console.let_pages_read();
  end if;
end $$;
do $$
begin
  grant nightjar_console to current_user;
exception
  -- a role that may not grant it has it already, or gets it by hand
  when insufficient_privilege or undefined_object then
    raise notice 'role nightjar_console was not granted';
end $$;
