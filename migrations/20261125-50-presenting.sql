-- What a student chooses for the stage, sections of her own, a reflection that stands alone, her rehearsals.

-- A thing she leaves off the stage, by the name it has in every season: 'result math MAP Growth', 'goal <id>'.
create table kept_off_stage (
  district_id uuid not null,
  portfolio_id uuid not null,
  thing text not null,
  primary key (district_id, portfolio_id, thing),
  foreign key (district_id, portfolio_id) references portfolio
);

-- Kept for those entitled to it, yet not on the screen that everybody in the room sees.
alter table presentation_item add column on_stage boolean not null default true;
alter table presentation_item drop constraint presentation_item_kind_check;
alter table presentation_item add constraint presentation_item_kind_check
  check (kind in ('work', 'reflection', 'goal', 'promise', 'result', 'grades', 'credits'));

-- A section beside those of the agenda. Its key in portfolio_item is 'own-' and its id.
create table portfolio_section (
  district_id uuid not null,
  id uuid not null,
  portfolio_id uuid not null,
  name text not null,
  -- The agenda's section it follows; empty before the first.
  after_key text not null,
  position integer not null,
  primary key (district_id, id),
  foreign key (district_id, portfolio_id) references portfolio
);
create index portfolio_section_by_portfolio on portfolio_section (district_id, portfolio_id);

-- A reflection hung without its piece: the question it answers.
alter table portfolio_item add column prompt text;
alter table portfolio_item drop constraint piece_hangs_once;
alter table portfolio_item add constraint piece_hangs_once
  unique nulls not distinct (district_id, portfolio_id, work_sample_id, prompt);

-- Hers alone: how long each part took. Her adviser learns that and when, and the rest only if she shares it.
create table rehearsal (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  season_id uuid not null,
  rehearsed_at timestamptz not null,
  -- [{ "key", "name", "minutes", "seconds" }]
  parts jsonb not null,
  shared_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, season_id) references season
);
create index rehearsal_by_student on rehearsal (district_id, student_id, season_id, rehearsed_at);
