-- Whoever holds a copy asks with its digest alone.
create index record_copy_by_sha256 on record_copy (sha256);
