-- In which order a student's goals and results follow each other, within their part of the conference.

create table stage_order (
  district_id uuid not null,
  portfolio_id uuid not null,
  -- The name it has in kept_off_stage too: 'result math MAP Growth', 'goal <id>'.
  thing text not null,
  position integer not null,
  primary key (district_id, portfolio_id, thing),
  foreign key (district_id, portfolio_id) references portfolio
);
