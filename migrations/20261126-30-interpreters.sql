-- An interpreter is asked until a day; who interpreted stays known. A household finds its students.
alter table interpreter add column until_on date;
create index guardianship_by_household on guardianship (district_id, household_id);
