-- What staff changed about rights, restrictions, results and credits: the old and the new value, in the same transaction.
create table change_audit (
  district_id uuid not null,
  id uuid not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  -- What sort of thing: 'guardianship', 'staff-role', 'result', 'credit' …
  kind text not null,
  -- Whose data it is; empty for what belongs to no student, such as a role.
  student_id uuid,
  -- The person or row it concerns: a guardian, a colleague, a result.
  subject_id uuid,
  -- How that is called by people at the time, so that the line is understood when it is gone.
  subject text not null default '',
  field text not null,
  -- Null where there was nothing, or nothing is left.
  old_value jsonb,
  new_value jsonb,
  primary key (district_id, id),
  foreign key (district_id, changed_by) references person,
  foreign key (district_id, student_id) references student
);
create index change_audit_by_student on change_audit (district_id, student_id, id);
create index change_audit_by_subject on change_audit (district_id, subject_id, id);
