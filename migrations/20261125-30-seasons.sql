-- How many pieces a season asks each student to choose.
alter table season add column pieces integer not null default 6 check (pieces between 1 and 20);
alter table season add constraint season_days_in_order check (ends_on >= starts_on);

-- The advisories that take part; a season that names none is for the whole school.
create table season_advisory (
  district_id uuid not null,
  season_id uuid not null,
  advisory_id uuid not null,
  primary key (district_id, season_id, advisory_id),
  foreign key (district_id, season_id) references season,
  foreign key (district_id, advisory_id) references advisory
);
create index season_advisory_by_advisory on season_advisory (district_id, advisory_id);
