-- Every file is compared with its SHA-256 from time to time, and looked at by the school's scanner where it has one.

alter table stored_file
  -- When its content was last compared with what was taken in; null until the first time after it came.
  add column checked_at timestamptz,
  add column damage text check (damage in ('missing', 'changed')),
  add column damaged_at timestamptz,
  -- What the scanner found, or why it could not look.
  add column scan_note text;

-- What is due next, of all districts: the store knows none.
create index stored_file_by_check on stored_file (coalesce(checked_at, created_at)) where scan <> 'refused';
create index stored_file_to_scan on stored_file (created_at) where scan = 'waiting';
create index stored_file_in_need on stored_file (district_id, owner_id)
  where damage is not null or scan in ('waiting', 'refused');
