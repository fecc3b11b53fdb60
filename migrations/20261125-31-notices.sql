-- How often those concerned were told of a conference, and a digest of what they were told last: '' before the first time.
alter table conference add column notices integer not null default 0;
alter table conference add column told text not null default '';
