-- A school's own arrangement of the conference record form: what is being changed now.
create table record_template (
  district_id uuid not null references district,
  id uuid not null,
  school_id uuid not null,
  name text not null check (length(name) between 1 and 80),
  -- What the school changed of the form; a document with the shape of TemplateDefinition.
  definition jsonb not null,
  -- Counts changes: whoever saves names the one she saw.
  revision integer not null default 0,
  -- The revision the newest version was made of.
  published_revision integer,
  made_by uuid not null,
  made_at timestamptz not null,
  retired_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, school_id) references school,
  foreign key (district_id, made_by) references person
);
create index record_template_by_school on record_template (district_id, school_id, made_at);

-- What was published, as it was: records go on being drawn after the version they began with.
create table record_template_version (
  district_id uuid not null,
  template_id uuid not null,
  version integer not null,
  name text not null,
  definition jsonb not null,
  published_by uuid not null,
  published_at timestamptz not null,
  primary key (district_id, template_id, version),
  foreign key (district_id, template_id) references record_template,
  foreign key (district_id, published_by) references person
);

-- The form a finished record was drawn after, whole: its layout and its words in every language, by their SHA-256.
create table form_edition (
  district_id uuid not null references district,
  digest bytea not null check (length(digest) = 32),
  form text not null,
  kept_at timestamptz not null,
  primary key (district_id, digest)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a row of % stays as it is', tg_table_name using errcode = '23514';
end $$;
create trigger published_stays before update or delete on record_template_version
  for each row execute function refuse_change();
create trigger edition_stays before update or delete on form_edition
  for each row execute function refuse_change();

-- A season without one uses the form as it comes.
alter table season drop column record_template;
alter table season add column record_template_id uuid;
alter table season add foreign key (district_id, record_template_id) references record_template;
create index season_by_record_template on season (district_id, record_template_id) where record_template_id is not null;

alter table conference_record add column record_template_id uuid;
alter table conference_record add column record_template_version integer;
alter table conference_record add foreign key (district_id, record_template_id, record_template_version)
  references record_template_version;
alter table conference_record add check ((record_template_id is null) = (record_template_version is null));
