-- The signed sheet itself, photographed or scanned, beside the name that staff noted from it.
alter table acknowledgement add column scan_file_id uuid;
alter table acknowledgement add foreign key (district_id, scan_file_id) references stored_file;
create index acknowledgement_by_scan on acknowledgement (district_id, scan_file_id) where scan_file_id is not null;

-- Who destroyed a record's content, and on which ground; the words are in erased_because.
alter table record_version add column erased_by uuid;
alter table record_version add column erased_ground text
  check (erased_ground in ('amendment', 'another-student', 'court', 'retention'));
alter table record_version add foreign key (district_id, erased_by) references person;
