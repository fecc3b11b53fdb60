-- Conferences to come, by time: reminders look at the next two days.
create index conference_to_come on conference (district_id, starts_at) where state = 'planned';
