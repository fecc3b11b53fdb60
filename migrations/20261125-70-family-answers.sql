-- What a household answers before and after a conference. Kept by season, so that a conference set anew keeps them.

create table family_answer (
  district_id uuid not null,
  season_id uuid not null,
  student_id uuid not null,
  household_id uuid not null,
  -- A key of server/questionnaires/questions.ts.
  question text not null,
  answer text not null default '',
  language text not null,
  -- 'adviser': she alone reads it. 'room': she may bring it to the table, where the student hears it.
  audience text not null check (audience in ('adviser', 'room')),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (district_id, season_id, student_id, household_id, question),
  foreign key (district_id, season_id) references season,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, household_id) references household,
  foreign key (district_id, written_by) references person
);
create index family_answer_by_student on family_answer (district_id, student_id);

-- A household said that this is all: an empty answer is then an answer, too.
create table family_answers_finished (
  district_id uuid not null,
  season_id uuid not null,
  student_id uuid not null,
  household_id uuid not null,
  finished_by uuid not null,
  finished_at timestamptz not null,
  primary key (district_id, season_id, student_id, household_id),
  foreign key (district_id, season_id) references season,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, household_id) references household,
  foreign key (district_id, finished_by) references person
);
