-- Accounts and what opens them. Global: one account may be a teacher in one district and a mother in another.

create extension if not exists btree_gist;

create table account (
  id uuid primary key,
  password_hash text,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

create table district (
  id uuid primary key,
  name text not null,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);

-- Only the SHA-256 of a token is kept: a stolen backup opens no session.
create table session (
  token_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  district_id uuid,
  person_id uuid,
  draft_key bytea not null,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_by_account on session (account_id);

create table sign_in_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('sign-in', 'invitation', 'set-up')),
  account_id uuid references account on delete cascade,
  district_id uuid,
  person_id uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Failed tries, counted per account name and (generously) per address.
create table sign_in_attempt (
  bucket text not null,
  window_start timestamptz not null,
  failures integer not null default 0,
  primary key (bucket, window_start)
);
