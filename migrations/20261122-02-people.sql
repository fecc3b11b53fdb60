-- District is the tenant: its id leads every key, so no row can point into another district.

create table school (
  district_id uuid not null references district,
  id uuid not null,
  name text not null,
  code text not null,
  time_zone text not null,
  lowest_grade integer not null,
  highest_grade integer not null,
  phone text,
  is_active boolean not null default true,
  primary key (district_id, id),
  constraint school_code_taken unique (district_id, code)
);

create table school_year (
  district_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school,
  constraint school_year_name_taken unique (district_id, school_id, name)
);

create table person (
  district_id uuid not null references district,
  id uuid not null,
  account_id uuid references account,
  given_name text not null,
  family_name text not null,
  -- As the person writes it herself, when that is not the Latin form.
  own_script_name text,
  salutation text,
  language text not null default 'en',
  email text,
  phone text,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  constraint one_person_per_account unique (district_id, account_id)
);
create index person_by_account on person (account_id);

create table sign_in_name (
  district_id uuid not null,
  kind text not null check (kind in ('username', 'email')),
  value text not null,
  person_id uuid not null,
  primary key (district_id, kind, value),
  foreign key (district_id, person_id) references person
);
create index sign_in_name_by_value on sign_in_name (kind, value);

create table student (
  district_id uuid not null,
  person_id uuid not null,
  school_id uuid not null,
  student_number text not null,
  grade integer not null,
  cohort_year integer not null,
  -- Needed to know the day rights pass to the student (34 CFR 99.5).
  born_on date not null,
  -- A tax dependant's guardians may keep access when the school records it (34 CFR 99.31(a)(8)).
  dependency_recorded_on date,
  left_on date,
  primary key (district_id, person_id),
  foreign key (district_id, person_id) references person,
  foreign key (district_id, school_id) references school,
  constraint student_number_taken unique (district_id, student_number)
);
create index student_by_school on student (district_id, school_id, grade);

create table household (
  district_id uuid not null,
  id uuid not null,
  name text not null,
  primary key (district_id, id),
  foreign key (district_id) references district
);

-- Independent facts, because courts decide them independently.
create table guardianship (
  district_id uuid not null,
  guardian_id uuid not null,
  student_id uuid not null,
  household_id uuid not null,
  relationship text not null,
  lives_with boolean not null default true,
  may_inspect_records boolean not null default true,
  may_attend boolean not null default true,
  may_be_contacted boolean not null default true,
  court_document text,
  from_on date not null default current_date,
  until_on date,
  primary key (district_id, guardian_id, student_id),
  foreign key (district_id, guardian_id) references person,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, household_id) references household
);
create index guardianship_by_student on guardianship (district_id, student_id);

-- What a student of 18 decided: who may still see her records, and who may come.
create table adult_student_consent (
  district_id uuid not null,
  student_id uuid not null,
  person_id uuid not null,
  may_inspect boolean not null,
  may_attend boolean not null,
  given_at timestamptz not null,
  ended_at timestamptz,
  primary key (district_id, student_id, person_id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, person_id) references person
);

create table staff_role (
  district_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('teacher', 'case-manager', 'counsellor', 'office', 'school-administrator', 'district-administrator')),
  -- Empty for the whole district.
  school_id uuid,
  from_on date not null default current_date,
  until_on date,
  id uuid not null,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person,
  foreign key (district_id, school_id) references school,
  constraint staff_role_given unique nulls not distinct (district_id, person_id, role, school_id)
);

create table advisory (
  district_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  school_year_id uuid not null,
  name text not null,
  room text,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school,
  foreign key (district_id, school_year_id) references school_year
);

create table advisory_adviser (
  district_id uuid not null,
  advisory_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('adviser', 'co-adviser', 'substitute')),
  from_on date not null,
  until_on date,
  primary key (district_id, advisory_id, person_id, part, from_on),
  foreign key (district_id, advisory_id) references advisory,
  foreign key (district_id, person_id) references person
);
create index advisory_adviser_by_person on advisory_adviser (district_id, person_id);

create table advisory_student (
  district_id uuid not null,
  advisory_id uuid not null,
  student_id uuid not null,
  from_on date not null,
  until_on date,
  primary key (district_id, advisory_id, student_id, from_on),
  foreign key (district_id, advisory_id) references advisory,
  foreign key (district_id, student_id) references student
);
create index advisory_student_by_student on advisory_student (district_id, student_id);

create table class (
  district_id uuid not null,
  id uuid not null,
  school_id uuid not null,
  school_year_id uuid not null,
  title text not null,
  subject text not null,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school,
  foreign key (district_id, school_year_id) references school_year
);

create table class_teacher (
  district_id uuid not null,
  class_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  until_on date,
  primary key (district_id, class_id, person_id),
  foreign key (district_id, class_id) references class,
  foreign key (district_id, person_id) references person
);
create index class_teacher_by_person on class_teacher (district_id, person_id);

create table class_student (
  district_id uuid not null,
  class_id uuid not null,
  student_id uuid not null,
  from_on date not null,
  until_on date,
  primary key (district_id, class_id, student_id),
  foreign key (district_id, class_id) references class,
  foreign key (district_id, student_id) references student
);
create index class_student_by_student on class_student (district_id, student_id);

-- Counsellors and case managers by name.
create table caseload (
  district_id uuid not null,
  person_id uuid not null,
  student_id uuid not null,
  part text not null check (part in ('case-manager', 'counsellor')),
  from_on date not null,
  until_on date,
  primary key (district_id, person_id, student_id, part),
  foreign key (district_id, person_id) references person,
  foreign key (district_id, student_id) references student
);
create index caseload_by_student on caseload (district_id, student_id);

-- Proposed by the student, approved by the adviser; numbers only with a guardian's or adult student's consent.
create table mentorship (
  district_id uuid not null,
  student_id uuid not null,
  mentor_id uuid not null,
  line text,
  is_minor boolean not null default false,
  state text not null check (state in ('proposed', 'approved', 'ended')),
  approved_by uuid,
  approved_at timestamptz,
  numbers_consent_at timestamptz,
  record_consent_at timestamptz,
  expires_at timestamptz,
  primary key (district_id, student_id, mentor_id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, mentor_id) references person,
  foreign key (district_id, approved_by) references person
);
create index mentorship_by_mentor on mentorship (district_id, mentor_id);

-- A district administrator reads a student only for a stated reason, told to the school.
create table stated_reason (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  student_id uuid not null,
  reason text not null,
  stated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person,
  foreign key (district_id, student_id) references student
);
create index stated_reason_by_person on stated_reason (district_id, person_id, student_id);

-- Who looked: one row per reader, student, kind and quarter of an hour.
create table access_read (
  district_id uuid not null,
  student_id uuid not null,
  reader_id uuid not null,
  kind text not null,
  quarter timestamptz not null,
  why text not null,
  household_id uuid,
  primary key (district_id, student_id, reader_id, kind, quarter),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, reader_id) references person
);
