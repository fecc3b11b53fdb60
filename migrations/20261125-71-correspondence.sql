-- A line between one household and the student's adviser; the other household has its own.

create table family_message (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  household_id uuid not null,
  author_id uuid not null,
  side text not null check (side in ('family', 'school')),
  body text not null,
  language text not null,
  written_at timestamptz not null,
  -- The family's: answered here, or settled in another way (on the phone, at the door).
  settled_at timestamptz,
  settled_by uuid,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, household_id) references household,
  foreign key (district_id, author_id) references person,
  foreign key (district_id, settled_by) references person,
  check (side = 'family' or settled_at is null)
);
create index family_message_by_student on family_message (district_id, student_id, household_id, written_at);
create index family_message_owed on family_message (district_id, student_id) where side = 'family' and settled_at is null;
