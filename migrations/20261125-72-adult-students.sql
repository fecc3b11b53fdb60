-- What a student of 18 decided, one row a decision: a consent is kept with its day (34 CFR 99.30).

create table adult_consent_decision (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  person_id uuid not null,
  field text not null check (field in ('may-inspect', 'may-attend')),
  old_value boolean not null,
  new_value boolean not null,
  decided_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, person_id) references person
);
create index adult_consent_decision_by_student on adult_consent_decision (district_id, student_id, decided_at);

-- A guardian whose rights passed asks to be let in again.
create table adult_consent_request (
  district_id uuid not null,
  student_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  primary key (district_id, student_id, person_id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, person_id) references person
);
