-- What somebody wrote, said in another language by a person who is named. It belongs to the words themselves: words that
-- change have no translation any more.
create table record_translation (
  district_id uuid not null,
  record_id uuid not null,
  source_sha256 bytea not null,
  language text not null,
  source text not null,
  words text not null check (length(words) between 1 and 4000),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (district_id, record_id, source_sha256, language),
  foreign key (district_id, record_id) references conference_record,
  foreign key (district_id, written_by) references person
);
