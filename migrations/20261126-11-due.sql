-- What falls due, by day: reminders look for a few days of what is still open, not through everything ever agreed.
create index goal_by_due_day on goal (district_id, due_on) where state in ('agreed', 'looked-back');
create index promise_by_day on promise (district_id, by_on) where state = 'accepted' and kept is null;
create index intervention_by_review_day on intervention (district_id, review_on) where state in ('agreed', 'active');
