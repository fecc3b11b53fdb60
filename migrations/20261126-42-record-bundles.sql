-- A season's finished records in one file: for the archive, or to be printed for families.
create table record_bundle (
  district_id uuid not null references district,
  id uuid not null,
  season_id uuid not null,
  -- All of the season where it is null.
  advisory_id uuid,
  form text not null check (form in ('zip', 'print')),
  copies text not null check (copies in ('school', 'families')),
  state text not null check (state in ('waiting', 'made', 'failed')),
  done integer not null default 0,
  total integer,
  storage_key text,
  bytes bigint,
  sha256 bytea,
  asked_by uuid not null,
  asked_at timestamptz not null,
  made_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, season_id) references season,
  foreign key (district_id, advisory_id) references advisory,
  foreign key (district_id, asked_by) references person,
  check ((state = 'made') = (storage_key is not null))
);
create index record_bundle_by_season on record_bundle (district_id, season_id, asked_at desc);
create index record_bundle_by_key on record_bundle (storage_key);
