import { sql } from "kysely";

/** The season a school prepares for now: the latest that is open or frozen. A fragment for other queries. */
export const currentSeasonId = (schoolId: string) =>
  sql<string | null>`(select s.id from season s where s.district_id = ${sql.ref("school.districtId")}
    and s.school_id = ${sql.ref(schoolId)} and s.state in ('open', 'frozen') order by s.starts_on desc, s.id limit 1)`;
