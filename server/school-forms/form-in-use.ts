import { sql } from "kysely";

/** What the form in use at the school of `conference_record` is called; null where there is none. */
export const formInUse = sql<string | null>`(select f.name from conference c
  join season s on s.district_id = c.district_id and s.id = c.season_id
  join school_form f on f.district_id = s.district_id and f.school_id = s.school_id and f.state = 'in-use'
  where c.district_id = conference_record.district_id and c.id = conference_record.conference_id)`;
