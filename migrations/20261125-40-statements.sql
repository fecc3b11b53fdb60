-- What a student says about herself before a conference, in her own words.

create table statement (
  district_id uuid not null,
  student_id uuid not null,
  season_id uuid not null,
  -- The same name as the field of the conference record it is taken into.
  field text not null check (field in ('strengths', 'growthAreas', 'support', 'afterSchool')),
  words text not null,
  language text not null default 'en',
  updated_at timestamptz not null,
  primary key (district_id, student_id, season_id, field),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, season_id) references season
);
