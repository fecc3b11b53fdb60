-- Uploads that may stop and go on: what has arrived of a file, piece by piece, until it is whole.
create table upload (
  district_id uuid not null references district,
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  bytes bigint not null check (bytes > 0),
  received bigint not null default 0 check (received between 0 and bytes),
  -- When the file was last changed on its device; with name and size it tells that the same file was chosen again.
  modified_at timestamptz,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  -- The file that was made of it; asked again, the answer is the same.
  file_id uuid,
  primary key (district_id, id),
  foreign key (district_id, owner_id) references person,
  foreign key (district_id, file_id) references stored_file on delete cascade
);
create index upload_by_owner on upload (district_id, owner_id);
create index upload_by_file on upload (district_id, file_id);
create index upload_by_touch on upload (touched_at);

create table upload_part (
  district_id uuid not null,
  upload_id uuid not null,
  starts_at_byte bigint not null,
  bytes bigint not null check (bytes > 0),
  storage_key text not null,
  primary key (district_id, upload_id, starts_at_byte),
  foreign key (district_id, upload_id) references upload on delete cascade
);
create index upload_part_by_key on upload_part (storage_key);

-- The sweeper asks for hundreds of contents at once whether a row knows them.
create index stored_file_by_key on stored_file (storage_key);
create index file_preview_by_key on file_preview (storage_key);
