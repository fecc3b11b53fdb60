-- Files, work samples, reflections, goals and promises, assessment results.

create table stored_file (
  district_id uuid not null references district,
  id uuid not null,
  owner_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  scan text not null default 'off' check (scan in ('off', 'waiting', 'clean', 'refused')),
  preview text not null default 'waiting' check (preview in ('waiting', 'made', 'none', 'failed')),
  pages integer,
  width integer,
  height integer,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, owner_id) references person
);
create index stored_file_by_owner on stored_file (district_id, owner_id, sha256);

create table file_preview (
  district_id uuid not null,
  file_id uuid not null,
  -- 'small' and 'large' pictures of page 1, then 'page-2', 'page-3' …
  kind text not null,
  storage_key text not null,
  width integer not null,
  height integer not null,
  bytes bigint not null,
  primary key (district_id, file_id, kind),
  foreign key (district_id, file_id) references stored_file on delete cascade
);

create table work_sample (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  title text not null,
  subject text not null check (subject in ('english', 'math', 'science', 'history', 'language', 'arts', 'health', 'career', 'other')),
  made_on date,
  asked text not null default '',
  class_id uuid,
  -- Drafts stay the student's own until she shares them with her adviser or her class.
  shared_with_adviser boolean not null default false,
  submitted_to_class boolean not null default false,
  language text not null default 'en',
  created_at timestamptz not null default now(),
  archived_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, class_id) references class
);
create index work_sample_by_student on work_sample (district_id, student_id, created_at desc);

create table work_sample_author (
  district_id uuid not null,
  work_sample_id uuid not null,
  student_id uuid not null,
  primary key (district_id, work_sample_id, student_id),
  foreign key (district_id, work_sample_id) references work_sample,
  foreign key (district_id, student_id) references student
);
create index work_sample_author_by_student on work_sample_author (district_id, student_id);

create table work_version (
  district_id uuid not null,
  id uuid not null,
  work_sample_id uuid not null,
  number integer not null,
  stage text not null check (stage in ('draft', 'final')),
  kind text not null check (kind in ('text', 'file', 'link')),
  body text,
  url text,
  file_id uuid,
  alt_text text not null default '',
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, work_sample_id) references work_sample,
  foreign key (district_id, file_id) references stored_file,
  constraint version_number_taken unique (district_id, work_sample_id, number),
  check ((kind = 'text') = (body is not null) and (kind = 'link') = (url is not null) and (kind = 'file') = (file_id is not null))
);
create index work_version_by_file on work_version (district_id, file_id);

create table reflection (
  district_id uuid not null,
  work_sample_id uuid not null,
  prompt text not null,
  answer text not null,
  language text not null default 'en',
  updated_at timestamptz not null default now(),
  primary key (district_id, work_sample_id, prompt),
  foreign key (district_id, work_sample_id) references work_sample
);

create table season (
  district_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  school_year_id uuid not null,
  name text not null,
  -- Stands in the record's number: 2026-F-0417.
  code text not null,
  starts_on date not null,
  ends_on date not null,
  minutes integer not null check (minutes between 10 and 90),
  agenda text not null,
  record_template text not null,
  state text not null check (state in ('draft', 'open', 'frozen', 'closed')),
  primary key (district_id, id),
  foreign key (district_id, school_id) references school,
  foreign key (district_id, school_year_id) references school_year,
  constraint season_code_taken unique (district_id, school_id, code)
);

create table goal (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  season_id uuid not null,
  wording text not null,
  category text not null check (category in ('academic', 'habit', 'long-term')),
  measure text not null default '',
  due_on date,
  language text not null default 'en',
  state text not null check (state in ('draft', 'agreed', 'looked-back', 'carried', 'closed')),
  outcome text check (outcome in ('met', 'partly', 'not-yet')),
  outcome_note text not null default '',
  work_sample_id uuid,
  position integer not null,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, season_id) references season,
  foreign key (district_id, work_sample_id) references work_sample
);
create index goal_by_student on goal (district_id, student_id, season_id, position);

create table goal_wording (
  district_id uuid not null,
  goal_id uuid not null,
  until_at timestamptz not null,
  wording text not null,
  reworded_by uuid not null,
  primary key (district_id, goal_id, until_at),
  foreign key (district_id, goal_id) references goal,
  foreign key (district_id, reworded_by) references person
);

create table promise (
  district_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  side text not null check (side in ('student', 'family', 'school')),
  -- Home's promises belong to one household: the other never sees them.
  household_id uuid,
  wording text not null,
  owner_name text not null default '',
  owner_id uuid,
  by_on date,
  language text not null default 'en',
  state text not null check (state in ('proposed', 'accepted', 'declined')),
  answered_by uuid,
  answered_at timestamptz,
  kept text check (kept in ('kept', 'partly', 'not-yet')),
  kept_note text not null default '',
  primary key (district_id, id),
  foreign key (district_id, goal_id) references goal,
  foreign key (district_id, household_id) references household,
  foreign key (district_id, owner_id) references person,
  foreign key (district_id, answered_by) references person,
  constraint one_promise_a_side unique nulls not distinct (district_id, goal_id, side, household_id),
  check (side = 'family' or household_id is null)
);

create table assessment_result (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  test text not null,
  area text not null check (area in ('language-arts', 'math')),
  school_year text not null,
  test_window text not null check (test_window in ('fall', 'winter', 'spring')),
  taken_on date,
  -- Why there is no score, when there is none.
  not_tested_because text,
  score numeric(8, 2),
  standard_error numeric(6, 2),
  percentile integer check (percentile between 1 and 99),
  band text,
  growth numeric(8, 2),
  growth_expected numeric(8, 2),
  norm_year integer,
  cut_table text,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  constraint result_taken_once unique (district_id, student_id, test, area, school_year, test_window),
  check ((score is null) = (not_tested_because is not null))
);
