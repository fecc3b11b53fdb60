-- Portfolios, conferences, presentations, records, replies, messages.

create table portfolio (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  season_id uuid not null,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, season_id) references season,
  constraint one_portfolio_a_season unique (district_id, student_id, season_id)
);

create table portfolio_item (
  district_id uuid not null,
  id uuid not null,
  portfolio_id uuid not null,
  -- A key of the season's agenda: 'proud', 'growth', 'skill' …
  section text not null,
  position integer not null,
  work_sample_id uuid not null,
  -- Said aloud, never shown: the presenter's own prompts.
  private_note text not null default '',
  primary key (district_id, id),
  foreign key (district_id, portfolio_id) references portfolio,
  foreign key (district_id, work_sample_id) references work_sample,
  constraint piece_hangs_once unique (district_id, portfolio_id, work_sample_id)
);

create table conference (
  district_id uuid not null,
  id uuid not null,
  season_id uuid not null,
  student_id uuid not null,
  adviser_id uuid not null,
  -- 'joint', or the household that meets apart.
  household_key text not null default 'joint',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null default '',
  link text not null default '',
  mode text not null check (mode in ('in-person', 'video', 'phone', 'home-visit')),
  language text not null default 'en',
  state text not null check (state in ('planned', 'live', 'paused', 'ended', 'cancelled')),
  outcome text check (outcome in ('held', 'held-without-family', 'stopped', 'not-met')),
  not_met_because text check (not_met_because in ('no-show', 'declined', 'unreachable')),
  started_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (district_id, id),
  foreign key (district_id, season_id) references season,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, adviser_id) references person,
  check (ends_at > starts_at),
  check ((state = 'ended') = (outcome is not null)),
  constraint adviser_busy exclude using gist (district_id with =, adviser_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('planned', 'live', 'paused')),
  constraint student_busy exclude using gist (district_id with =, student_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('planned', 'live', 'paused'))
);
create unique index one_open_conference on conference (district_id, student_id, season_id, household_key) where state in ('planned', 'live', 'paused');
create index conference_by_adviser on conference (district_id, adviser_id, starts_at);
create index conference_by_student on conference (district_id, student_id, starts_at);

create table participant (
  district_id uuid not null,
  conference_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('guardian', 'mentor', 'interpreter', 'guest', 'staff')),
  household_id uuid,
  relationship text not null default '',
  -- Interpreters: the language they bring.
  language text,
  expected text not null default 'present' check (expected in ('present', 'remote')),
  attendance text check (attendance in ('present', 'remote', 'absent')),
  primary key (district_id, conference_id, person_id),
  foreign key (district_id, conference_id) references conference,
  foreign key (district_id, person_id) references person,
  foreign key (district_id, household_id) references household
);
create index participant_by_person on participant (district_id, person_id);

create table contact_attempt (
  district_id uuid not null,
  id uuid not null,
  conference_id uuid not null,
  made_at timestamptz not null,
  made_by uuid not null,
  way text not null check (way in ('phone', 'e-mail', 'text', 'letter', 'visit')),
  result text not null,
  primary key (district_id, id),
  foreign key (district_id, conference_id) references conference,
  foreign key (district_id, made_by) references person
);
create index contact_attempt_by_conference on contact_attempt (district_id, conference_id);

create table presentation (
  district_id uuid not null,
  id uuid not null,
  conference_id uuid not null,
  student_id uuid not null,
  -- Never reused, even when undone.
  number integer not null,
  state text not null check (state in ('open', 'ended', 'undone', 'withdrawn')),
  started_at timestamptz not null,
  ended_at timestamptz,
  digest bytea,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_because text,
  primary key (district_id, id),
  foreign key (district_id, conference_id) references conference,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, withdrawn_by) references person,
  constraint presentation_number_taken unique (district_id, conference_id, number)
);
create unique index one_open_presentation on presentation (district_id, conference_id) where state = 'open';
create index presentation_by_student on presentation (district_id, student_id, started_at);

create table presentation_item (
  district_id uuid not null,
  id uuid not null,
  presentation_id uuid not null,
  position integer not null,
  kind text not null check (kind in ('work', 'goal', 'result', 'promise')),
  -- 'all': everyone in the room. 'numbers': only those entitled to grades and results.
  audience text not null check (audience in ('all', 'numbers')),
  minor_mentor_may_see boolean not null default false,
  work_sample_id uuid,
  schema_version integer not null,
  snapshot jsonb not null,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_because text,
  primary key (district_id, id),
  foreign key (district_id, presentation_id) references presentation,
  foreign key (district_id, work_sample_id) references work_sample,
  foreign key (district_id, withdrawn_by) references person,
  constraint presentation_position_taken unique (district_id, presentation_id, position)
);

-- A presentation holds its files: the sweeper passes them by.
create table presentation_file (
  district_id uuid not null,
  presentation_item_id uuid not null,
  file_id uuid not null,
  primary key (district_id, presentation_item_id, file_id),
  foreign key (district_id, presentation_item_id) references presentation_item,
  foreign key (district_id, file_id) references stored_file
);
create index presentation_file_by_file on presentation_file (district_id, file_id);

-- What a mentor was given to see after the evening.
create table mentor_item (
  district_id uuid not null,
  presentation_item_id uuid not null,
  mentor_id uuid not null,
  expires_at timestamptz not null,
  primary key (district_id, presentation_item_id, mentor_id),
  foreign key (district_id, presentation_item_id) references presentation_item,
  foreign key (district_id, mentor_id) references person
);

create table conference_record (
  district_id uuid not null,
  id uuid not null,
  conference_id uuid not null,
  student_id uuid not null,
  template text not null,
  state text not null check (state in ('draft', 'read-back', 'sealed', 'amended', 'withdrawn', 'erased')),
  -- Grows with every saved field: what 'changes since' and 'read back' refer to.
  revision integer not null default 0,
  read_back_revision integer,
  number text,
  sealed_at timestamptz,
  sealed_by uuid,
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_because text,
  primary key (district_id, id),
  foreign key (district_id, conference_id) references conference,
  foreign key (district_id, student_id) references student,
  foreign key (district_id, sealed_by) references person,
  foreign key (district_id, withdrawn_by) references person,
  constraint one_record_a_conference unique (district_id, conference_id),
  constraint record_number_taken unique (district_id, number)
);
create index conference_record_by_student on conference_record (district_id, student_id);

-- 'core', or the household whose annex it is.
create table record_field (
  district_id uuid not null,
  record_id uuid not null,
  part text not null,
  field text not null,
  value jsonb not null,
  language text not null default 'en',
  revision integer not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (district_id, record_id, part, field),
  foreign key (district_id, record_id) references conference_record,
  foreign key (district_id, saved_by) references person
);

create table record_number (
  district_id uuid not null,
  season_id uuid not null,
  last_number integer not null,
  primary key (district_id, season_id),
  foreign key (district_id, season_id) references season
);

create table record_version (
  district_id uuid not null,
  record_id uuid not null,
  version integer not null,
  schema_version integer not null,
  template text not null,
  sealed_at timestamptz not null,
  sealed_by uuid not null,
  digest bytea not null,
  previous_digest bytea,
  signature bytea,
  erased_at timestamptz,
  erased_because text,
  primary key (district_id, record_id, version),
  foreign key (district_id, record_id) references conference_record,
  foreign key (district_id, sealed_by) references person
);

-- Canonical JSON per part with its own salt; erasing empties the document and keeps the digest.
create table record_part (
  district_id uuid not null,
  record_id uuid not null,
  version integer not null,
  part text not null,
  canonical text,
  salt bytea,
  digest bytea not null,
  primary key (district_id, record_id, version, part),
  foreign key (district_id, record_id, version) references record_version
);

create table record_copy (
  district_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  version integer not null,
  part text not null,
  language text not null,
  sha256 bytea not null,
  issued_at timestamptz not null,
  primary key (district_id, id),
  foreign key (district_id, record_id, version) references record_version,
  constraint copy_issued_once unique (district_id, record_id, version, part, language, sha256)
);

create table acknowledgement (
  district_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  person_id uuid not null,
  household_id uuid,
  typed_name text not null,
  took_part boolean not null,
  received_copy boolean not null,
  comment text not null default '',
  language text not null default 'en',
  method text not null check (method in ('hand-over', 'link', 'paper')),
  -- The revision read aloud; typed acknowledgements of it are void once something changes.
  revision integer not null,
  version integer,
  given_at timestamptz not null,
  voided_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, record_id) references conference_record,
  foreign key (district_id, person_id) references person,
  foreign key (district_id, household_id) references household,
  check (took_part or received_copy)
);
create index acknowledgement_by_record on acknowledgement (district_id, record_id);

create table intervention (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  conference_id uuid not null,
  need text not null check (need in ('learning-gap', 'credit-deficiency', 'attendance', 'other')),
  action text not null,
  provider text not null default '',
  starts_on date,
  frequency text not null default '',
  measure text not null default '',
  review_on date,
  state text not null check (state in ('proposed', 'agreed', 'active', 'reviewed', 'closed')),
  outcome text check (outcome in ('worked', 'changed', 'stopped')),
  position integer not null,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, conference_id) references conference
);
create index intervention_by_student on intervention (district_id, student_id);
create index intervention_by_conference on intervention (district_id, conference_id);

-- A family's note to the student: hers to keep.
create table family_note (
  district_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  conference_id uuid not null,
  author_id uuid not null,
  household_id uuid,
  body text not null,
  language text not null,
  written_at timestamptz not null,
  read_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, student_id) references student,
  foreign key (district_id, conference_id) references conference,
  foreign key (district_id, author_id) references person,
  foreign key (district_id, household_id) references household
);
create index family_note_by_student on family_note (district_id, student_id, written_at desc);

-- Mail kept until it is gone, and readable by an administrator when there is no mail server.
create table outgoing_message (
  district_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  address text not null,
  -- One message per person and occasion, so a retry is the same mail.
  occasion text not null,
  language text not null,
  template text not null,
  facts jsonb not null,
  -- Written when it is sent, so a link's token is born only then; kept in clear only where no mail server is set.
  subject text,
  body text,
  message_id text not null,
  state text not null check (state in ('waiting', 'sent', 'kept', 'failed')),
  tries integer not null default 0,
  last_error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (district_id, id),
  foreign key (district_id, person_id) references person,
  constraint said_once unique (district_id, person_id, occasion)
);
create index outgoing_message_by_age on outgoing_message (district_id, created_at desc);
