-- Who interprets for the district, and into which languages; nobody under age, so never a student.

create table interpreter (
  district_id uuid not null,
  person_id uuid not null,
  language text not null,
  primary key (district_id, person_id, language),
  foreign key (district_id, person_id) references person
);

-- The hours a participant is spoken for; empty once the conference is over or off.
-- A mother of two, a mentor of three and an interpreter of twenty are each in one place at a time.
alter table participant add column busy tstzrange;
alter table participant add constraint participant_busy
  exclude using gist (district_id with =, person_id with =, busy with &&) where (busy is not null);
