-- Who can be looked through at the demo school's door; exists in a demo database only.

create table demo_person (
  district_id uuid not null,
  key text not null,
  person_id uuid not null,
  position integer not null,
  primary key (district_id, key),
  foreign key (district_id, person_id) references person
);
