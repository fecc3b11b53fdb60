-- Mentors: proposed by the student, answered by the adviser, told to the family; and the door they come in by.

-- What a student asks for. Nobody becomes a person of the district before her adviser said yes.
create table mentor_proposal (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  name text not null,
  -- "Robotics coach".
  line text not null default '',
  known_from text not null default '',
  -- Empty for somebody who only comes and never looks.
  email text,
  language text not null default 'en',
  is_minor boolean not null,
  state text not null check (state in ('proposed', 'approved', 'declined', 'withdrawn')),
  proposed_at timestamptz not null,
  answered_by uuid,
  answered_at timestamptz,
  answer text not null default '',
  mentor_id uuid,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, answered_by) references person,
  foreign key (district_id, mentor_id) references person
);
create index mentor_proposal_by_student on mentor_proposal (district_id, student_id, proposed_at);
-- Pressing twice asks once.
create unique index mentor_proposed_once on mentor_proposal (district_id, student_id, lower(name)) where state = 'proposed';

alter table mentorship
  add column numbers_consent_by uuid,
  add column record_consent_by uuid,
  add column ended_at timestamptz,
  add column ended_by uuid,
  add column ended_as text check (ended_as in ('student', 'adviser', 'family')),
  add column ended_because text not null default '',
  add foreign key (district_id, numbers_consent_by) references person,
  add foreign key (district_id, record_consent_by) references person,
  add foreign key (district_id, ended_by) references person;

-- A mentor's link may be passed on, so it opens only with a code mailed to the address that was invited.
alter table sign_in_link drop constraint sign_in_link_purpose_check;
alter table sign_in_link add constraint sign_in_link_purpose_check check (purpose in ('sign-in', 'invitation', 'set-up', 'mentor'));

create table sign_in_code (
  token_hash bytea primary key references sign_in_link on delete cascade,
  code_hash bytea not null,
  tries integer not null default 0,
  expires_at timestamptz not null
);
