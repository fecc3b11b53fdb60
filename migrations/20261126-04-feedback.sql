-- What those who guide a student, or teach the class she handed it in to, say about a piece of her work.

create table feedback (
  district_id uuid not null,
  id uuid not null,
  work_sample_id uuid not null,
  written_by uuid not null,
  words text not null,
  language text not null,
  written_at timestamptz not null,
  -- When the student first had it before her.
  seen_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, work_sample_id) references work_sample on delete cascade,
  foreign key (district_id, written_by) references person
);
create index feedback_by_work_sample on feedback (district_id, work_sample_id, written_at);
