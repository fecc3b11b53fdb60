-- After a conference: check-ins on goals, goals carried into the next season, support plans looked at again.

create table goal_check_in (
  district_id uuid not null,
  id uuid not null,
  goal_id uuid not null,
  on_day date not null,
  line text not null,
  language text not null default 'en',
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, goal_id) references goal,
  foreign key (district_id, written_by) references person
);
create index goal_check_in_by_goal on goal_check_in (district_id, goal_id, on_day);

-- The goal of an earlier season this one goes on with; each is carried once.
alter table goal add column carried_from_id uuid;
alter table goal add foreign key (district_id, carried_from_id) references goal;
alter table goal add constraint goal_carried_once unique (district_id, carried_from_id);

create table intervention_step (
  district_id uuid not null,
  id uuid not null,
  intervention_id uuid not null,
  step text not null check (step in ('begin', 'review', 'go-on', 'close')),
  note text not null default '',
  outcome text check (outcome in ('worked', 'changed', 'stopped')),
  review_on date,
  taken_by uuid not null,
  taken_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, intervention_id) references intervention,
  foreign key (district_id, taken_by) references person
);
create index intervention_step_by_intervention on intervention_step (district_id, intervention_id, taken_at);

create index promise_by_owner on promise (district_id, owner_id) where owner_id is not null;
create index promise_by_goal on promise (district_id, goal_id);
