-- What a goal grows out of: a piece of the student's work, or one of her results.

alter table goal add column about_work_sample_id uuid;
alter table goal add column about_result_id uuid;
alter table goal add constraint goal_about_one_thing check (about_work_sample_id is null or about_result_id is null);
alter table goal add foreign key (district_id, about_work_sample_id)
  references work_sample on delete set null (about_work_sample_id);
alter table goal add foreign key (district_id, about_result_id)
  references assessment_result on delete set null (about_result_id);
create index goal_about_work_sample on goal (district_id, about_work_sample_id) where about_work_sample_id is not null;
create index goal_about_result on goal (district_id, about_result_id) where about_result_id is not null;
