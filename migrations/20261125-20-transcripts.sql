-- Where a student stands: what each course gave, how the courses of now go, and the grade in which a test was taken.

alter table assessment_result add column grade integer check (grade between 0 and 13);

create table course_result (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  course text not null,
  subject text not null
    check (subject in ('english', 'math', 'science', 'history', 'language', 'arts', 'health', 'elective')),
  school_year text not null,
  term text not null check (term in ('year', 'fall', 'spring', 'summer')),
  attempted numeric(5, 2) not null check (attempted > 0 and attempted <= 100),
  earned numeric(5, 2) not null check (earned >= 0),
  -- As the school writes it: a letter, or a number.
  grade text,
  state text not null check (state in ('earned', 'in-progress', 'failed', 'withdrawn')),
  -- On the list of courses the state's universities accept (A–G in California).
  on_college_list boolean not null,
  -- The school that gave it, when it is not ours.
  external_school text,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  constraint course_taken_once unique (district_id, student_id, course, school_year, term),
  constraint earned_what_was_tried check (earned <= attempted and (earned = 0 or state = 'earned'))
);

-- How a course goes now. What stood before is in the audit of changes.
create table current_grade (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  course text not null,
  subject text not null
    check (subject in ('english', 'math', 'science', 'history', 'language', 'arts', 'health', 'elective')),
  school_year text not null,
  grade text not null,
  comment text not null default '',
  as_of timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  constraint course_graded_once unique (district_id, student_id, course, school_year)
);
