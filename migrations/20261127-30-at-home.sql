-- What an adviser keeps to hand families again: a place, a book, a phone number.
create table resource (
  district_id uuid not null references district,
  id uuid not null,
  person_id uuid not null,
  title text not null check (length(title) between 1 and 120),
  about text not null default '' check (length(about) <= 300),
  address text not null default '' check (length(address) <= 300),
  language text not null,
  kept_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person,
  constraint resource_kept_once unique (district_id, person_id, language, title)
);

-- How a school's classes work, in its own words, once a language.
create table class_guide (
  district_id uuid not null,
  school_id uuid not null,
  language text not null,
  words text not null check (length(words) <= 2000),
  primary key (district_id, school_id, language),
  foreign key (district_id, school_id) references school
);
