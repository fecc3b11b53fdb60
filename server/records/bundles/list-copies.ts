import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { isOfAge, rightsStay } from "#server/access/of-age.ts";
import type { Db } from "#server/database/connect.ts";
import { readableBy } from "../record.access.ts";
import { advisoryToday } from "./advisory-today.ts";
import type { AskedBundle } from "./bundle.queries.ts";

/** One copy to draw: of which record, for whom, and in which language. */
export interface CopyToDraw {
  readonly recordId: string;
  readonly studentId: string;
  readonly readerId: string;
  readonly language: string;
  /** The folder of its advisory in a ZIP. */
  readonly advisory: string;
}

/** The copies of a bundle among the records its asker may read, by advisory and by student's name. */
export async function listCopies(db: Db, asked: AskedBundle, actor: Actor): Promise<CopyToDraw[]> {
  const { districtId, seasonId, advisoryId } = asked;
  const { today } = actor;
  const readers = asked.copies === "school" ? schoolsCopy(asked) : familiesCopies(today);
  const { rows } = await sql<CopyToDraw>`
    select conference_record.id as record_id, conference_record.student_id, reader.person_id as reader_id, reader.language, coalesce(a.name, '') as advisory
    from conference c
    join conference_record on conference_record.district_id = c.district_id and conference_record.conference_id = c.id
      and conference_record.state in ('sealed', 'amended')
    join student s on s.district_id = c.district_id and s.person_id = c.student_id
    join person sp on sp.district_id = s.district_id and sp.id = s.person_id
    ${advisoryToday(today)}
    cross join lateral (${readers}) reader
    where c.district_id = ${districtId} and c.season_id = ${seasonId}
      and (${advisoryId}::uuid is null or a.id = ${advisoryId}::uuid) and ${readableBy(actor)}
    order by a.name nulls last, sp.family_name, sp.given_name, conference_record.id, reader.language, reader.person_id`.execute(
    db,
  );
  return rows;
}

const schoolsCopy = ({ askedBy }: AskedBundle) =>
  sql`select p.id as person_id, p.language from person p where p.district_id = c.district_id and p.id = ${askedBy}`;

/** One reader of each household that may inspect and be written to, as for the letter that says it is ready; a student of age herself. */
const familiesCopies = (
  today: string,
) => sql`(select distinct on (g.household_id) p.id as person_id, p.language
      from guardianship g join person p on p.district_id = g.district_id and p.id = g.guardian_id
      where g.district_id = c.district_id and g.student_id = c.student_id and g.may_inspect_records and g.may_be_contacted
        and g.from_on <= ${today}::date and (g.until_on is null or g.until_on >= ${today}::date)
        and c.household_key in ('joint', g.household_id::text)
        and ${rightsStay({ student: "s", guardianship: "g", today, to: "inspect" })}
      order by g.household_id, p.given_name, p.id)
    union all select sp.id, sp.language where ${isOfAge("s", today)}`;
