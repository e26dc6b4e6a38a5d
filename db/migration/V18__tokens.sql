-- Tokens with which programs use the JSON API of the console.

create table console.tokens (
  name text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{0,62}$'),
  role text not null check (role in ('viewer', 'marketing', 'ops')),
  token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table console.tokens is 'One row per token of the JSON API.';
comment on column console.tokens.name is 'Name of the token, in small letters; on record as token:name.';
comment on column console.tokens.role is 'viewer (sees figures), marketing (also customers) or ops (also runs and approves nights).';
comment on column console.tokens.token_hash is 'SHA-256 of the token in lower-case hex. A token has 256 random bits, so that a slow hash with a salt would add nothing.';
comment on column console.tokens.created_at is 'When it was made.';
comment on column console.tokens.expires_at is 'It is refused from this moment on.';
comment on column console.audit.account is 'Name of the account, or token:name of a program.';

-- as in V15, and without the tokens
create or replace function console.let_pages_read() returns void language plpgsql as $$
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
  revoke all on console.accounts, console.tokens from nightjar_console;
end $$;
do $$
begin
  if exists (select from pg_roles where rolname = 'nightjar_console') then
    revoke all on console.tokens from nightjar_console;
  end if;
end $$;
