-- What was read aloud, as a digest of the whole content: goals, promises and attendance are rows of other
-- features and can change without the record's own revision growing.
alter table conference_record add column read_back_digest bytea;

-- The draft and the sealed number are looked up by conference; its changes by revision.
create index record_field_by_revision on record_field (district_id, record_id, revision);
