-- The room and its finishing: who left early, who did not put a name, what is for staff alone, a meeting that goes on another day.

-- Somebody who had to go before the end: she was here, and the record says until when.
alter table participant add column left_at timestamptz;

-- A name on paper is ticked by staff: who ticked it.
alter table acknowledgement add column noted_by uuid;
alter table acknowledgement add foreign key (district_id, noted_by) references person;

-- Given after the record was finished: it stands on a slip of its own.
alter table acknowledgement add column late boolean not null default false;
update acknowledgement set late = true where method = 'link';

-- At the hand-over somebody did not want to put a name, or will later. Staff see it; no paper does.
create table name_withheld (
  district_id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  because text not null check (because in ('declined', 'later')),
  noted_by uuid not null,
  noted_at timestamptz not null,
  primary key (district_id, record_id, person_id),
  foreign key (district_id, record_id) references conference_record,
  foreign key (district_id, person_id) references person,
  foreign key (district_id, noted_by) references person
);

-- Apart from the record and in no copy of it; an education record all the same, so families may ask to see it.
create table staff_addendum (
  district_id uuid not null,
  record_id uuid not null,
  body text not null,
  language text not null default 'en',
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (district_id, record_id),
  foreign key (district_id, record_id) references conference_record,
  foreign key (district_id, saved_by) references person
);

-- The case managers and counsellors named to read an addendum.
create table addendum_reader (
  district_id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  named_by uuid not null,
  named_at timestamptz not null,
  primary key (district_id, record_id, person_id),
  foreign key (district_id, record_id) references conference_record,
  foreign key (district_id, person_id) references person,
  foreign key (district_id, named_by) references person
);

-- A meeting that was stopped goes on at a conference of its own: everything written is kept there.
alter table conference add column continues_id uuid;
alter table conference add foreign key (district_id, continues_id) references conference;
alter table conference add constraint continued_once unique (district_id, continues_id);
