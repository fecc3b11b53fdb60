-- A student says in one sentence what her results tell her: it stands in the record beside them.

alter table statement drop constraint statement_field_check;
alter table statement add constraint statement_field_check
  check (field in ('strengths', 'growthAreas', 'support', 'afterSchool', 'resultsSaid'));
