import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { advisoryTakesPart, studentTakesPart } from "./taking-part.ts";

/** The season an advisory prepares for now: the latest that is open or frozen and that it takes part in. A fragment for other queries. */
export const currentSeasonId = (schoolId: string, advisoryId: string) =>
  sql<string | null>`(select s.id from season s where s.district_id = ${sql.ref("school.districtId")}
    and s.school_id = ${sql.ref(schoolId)} and s.state in ('open', 'frozen')
    and ${advisoryTakesPart(sql`s.id`, sql.ref(advisoryId), sql.ref("school.districtId"))}
    order by s.starts_on desc, s.id limit 1)`;

/** The season a student (of the statement around it) prepares for now: the latest that is open or frozen and hers. A fragment for other queries. */
export const currentSeasonIdOfStudent = (actor: Actor) =>
  sql<string | null>`(select s.id ${openTo(actor)} order by s.starts_on desc, s.id limit 1)`;

/** The day on which the last of the seasons open to a student (of the statement around it) ends. A fragment for other queries. */
export const lastSeasonDayOfStudent = (actor: Actor) =>
  sql<string | null>`(select max(s.ends_on) ${openTo(actor)})`;

const openTo = (actor: Actor) => sql`from season s where s.district_id = student.district_id
  and s.school_id = student.school_id and s.state in ('open', 'frozen')
  and ${studentTakesPart(actor, sql.ref("s.id"), sql.ref("student.personId"))}`;
