-- What the school's own form asks the student is hers to write ahead, too.
alter table statement drop constraint statement_field_check;
alter table statement add constraint statement_field_check
  check (field in ('strengths', 'growthAreas', 'support', 'afterSchool', 'resultsSaid') or field ~ '^own\.[a-z][A-Za-z0-9]{0,29}$');
