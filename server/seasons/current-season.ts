import { sql } from "kysely";
import { advisoryTakesPart } from "./taking-part.ts";

/** The season an advisory prepares for now: the latest that is open or frozen and that it takes part in. A fragment for other queries. */
export const currentSeasonId = (schoolId: string, advisoryId: string) =>
  sql<string | null>`(select s.id from season s where s.district_id = ${sql.ref("school.districtId")}
    and s.school_id = ${sql.ref(schoolId)} and s.state in ('open', 'frozen')
    and ${advisoryTakesPart(sql`s.id`, sql.ref(advisoryId), sql.ref("school.districtId"))}
    order by s.starts_on desc, s.id limit 1)`;
