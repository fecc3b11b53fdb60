-- What a conference asked a subject teacher; sent when its record is finished, answered by her.
create table teacher_question (
  district_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  student_id uuid not null,
  teacher_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  question text not null check (length(question) between 1 and 1000),
  language text not null,
  answer text check (length(answer) between 1 and 2000),
  answer_language text,
  answered_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, record_id) references conference_record,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, teacher_id) references person,
  foreign key (district_id, asked_by) references person,
  check ((answer is null) = (answered_at is null))
);
create index teacher_question_by_teacher on teacher_question (district_id, teacher_id, asked_at desc);
create index teacher_question_by_student on teacher_question (district_id, student_id, asked_at desc);
