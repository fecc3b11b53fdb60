-- Which graduation plan a school holds its students against, from a graduating class on. Without a row it is the first one.
create table school_plan (
  district_id uuid not null,
  school_id uuid not null,
  -- The first year of graduation it is for; the newest that is not after the student's own is hers.
  from_cohort_year integer not null check (from_cohort_year between 1990 and 2100),
  -- A key of templates/graduation-plans.
  plan text not null,
  primary key (district_id, school_id, from_cohort_year),
  foreign key (district_id, school_id) references school
);
