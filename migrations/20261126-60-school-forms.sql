-- A school's own conference record form: its PDF with fields, cleaned, and what goes into each of them.
create table school_form (
  district_id uuid not null references district,
  id uuid not null,
  school_id uuid not null,
  name text not null,
  state text not null default 'draft' check (state in ('draft', 'in-use', 'retired')),
  -- Pages and fields as they were read from the file; a document with a schema version.
  form jsonb not null,
  -- Whether its fields are boxes that a mapping file placed on a PDF without any.
  is_placed boolean not null default false,
  mapping jsonb not null default '[]',
  -- Counts changes of the mapping: whoever saves names the one she saw.
  revision integer not null default 0,
  -- What was taken out of the file: scripts, links to outside, attachments …
  removed jsonb not null default '[]',
  storage_key text not null,
  bytes bigint not null,
  sha256 bytea not null,
  -- One a page, in their order.
  picture_keys text[] not null,
  added_by uuid not null,
  added_at timestamptz not null,
  used_from timestamptz,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school,
  foreign key (district_id, added_by) references person
);
create unique index one_school_form_in_use on school_form (district_id, school_id) where state = 'in-use';
create index school_form_by_school on school_form (district_id, school_id, added_at desc);
create index school_form_by_key on school_form (storage_key);
