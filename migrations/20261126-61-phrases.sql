-- Sentences an adviser keeps for herself, to put into a record's field while she listens.
create table phrase (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid not null,
  field text not null,
  language text not null,
  words text not null check (length(words) between 1 and 400),
  kept_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person,
  constraint phrase_kept_once unique (district_id, person_id, field, language, words)
);
