-- Somebody known already is found in a district of a hundred schools by the whole name or the address.
create index person_by_plain_name on person (district_id,
  regexp_replace(normalize(lower(btrim(given_name || ' ' || family_name)), NFD), '[\u0300-\u036f]', '', 'g'));
create index person_by_email on person (district_id, lower(email));
