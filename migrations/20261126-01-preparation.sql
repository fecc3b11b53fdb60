-- What an adviser writes for a student's record before her conference is set.

create table preparation (
  district_id uuid not null,
  student_id uuid not null,
  season_id uuid not null,
  -- The same name as the field of the conference record it is taken into.
  field text not null check (field in (
    'adviserStrengths', 'languageArtsNote', 'languageArtsNotTested', 'mathNote', 'mathNotTested', 'nextCheckIn'
  )),
  words text not null,
  language text not null default 'en',
  written_by uuid not null,
  updated_at timestamptz not null,
  primary key (district_id, student_id, season_id, field),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, season_id) references season,
  foreign key (district_id, written_by) references person
);
