-- Where a student's stage is just now, so that her notes follow it on another device, whichever process answers.

create table stage_place (
  district_id uuid not null,
  student_id uuid not null,
  -- None while she rehearses before a conference is arranged.
  conference_id uuid,
  -- Which opened stage tells it: the one that was opened last.
  run text not null,
  -- The keys of slides and the seconds each part took: nobody's words.
  place jsonb not null,
  told_at timestamptz not null,
  -- What was asked of the stage from the other device, and the last of it that the stage has done.
  asked jsonb not null default '[]',
  asked_count integer not null default 0,
  done integer not null default 0,
  followed_at timestamptz,
  primary key (district_id, student_id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, conference_id) references conference
);
