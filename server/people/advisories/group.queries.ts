import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { advisoryKeptBy, advisorySeenBy } from "./advisory.access.ts";
import type { Group } from "./group.contract.ts";

/** The advisories of running and coming school years, by school and name. */
export async function listGroups(db: Db, actor: Actor): Promise<Group[]> {
  return await readGroups(db, actor, sql`school_year.ends_on >= ${actor.today}::date`);
}

/** One advisory with who leads it and who is in it. */
export async function readGroup(db: Db, actor: Actor, advisoryId: string): Promise<Group> {
  const [group] = await readGroups(db, actor, sql`advisory.id = ${advisoryId}`);
  if (!group) throw new NotFound("advisory");
  return group;
}

async function readGroups(db: Db, actor: Actor, which: ReturnType<typeof sql>): Promise<Group[]> {
  const { districtId, today } = actor;
  const name = sql`concat_ws(' ', person.given_name, nullif(person.family_name, ''))`;
  const { rows } =
    await sql<Group>`select advisory.id, advisory.name, advisory.room, advisory.school_id, school.name as school_name,
      school_year.name as year_name, school_year.starts_on, school_year.ends_on, ${advisoryKeptBy(actor)} as may_edit,
      coalesce((select json_agg(json_build_object('personId', person.id, 'name', ${name}, 'part', aa.part, 'fromOn', aa.from_on,
          'untilOn', aa.until_on) order by array_position(array['adviser', 'co-adviser', 'substitute'], aa.part), aa.from_on)
        from advisory_adviser aa join person on person.district_id = aa.district_id and person.id = aa.person_id
        where aa.district_id = advisory.district_id and aa.advisory_id = advisory.id), '[]') as advisers,
      coalesce((select json_agg(json_build_object('id', person.id, 'name', ${name}, 'grade', student.grade)
          order by person.family_name, person.given_name)
        from advisory_student ast join person on person.district_id = ast.district_id and person.id = ast.student_id
        join student on student.district_id = ast.district_id and student.person_id = ast.student_id
        where ast.district_id = advisory.district_id and ast.advisory_id = advisory.id
          and student.left_on is null and (ast.until_on is null or ast.until_on >= ${today}::date)), '[]') as students
    from advisory
    join school on school.district_id = advisory.district_id and school.id = advisory.school_id
    join school_year on school_year.district_id = advisory.district_id and school_year.id = advisory.school_year_id
    where advisory.district_id = ${districtId} and ${which} and ${advisorySeenBy(actor)}
    order by school.name, school_year.starts_on, advisory.name, advisory.id`.execute(db);
  return rows;
}

/** Holds an advisory one keeps. */
export const lockAdvisory = (tx: Tx, actor: Actor, advisoryId: string) =>
  tx
    .selectFrom("advisory")
    .selectAll()
    .where("advisory.districtId", "=", actor.districtId)
    .where("advisory.id", "=", advisoryId)
    .where(advisoryKeptBy(actor))
    .forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound("advisory"));

/** The students on whose pages a change of who leads them is kept. */
export const listMembers = async (
  tx: Tx,
  { districtId, today }: Actor,
  advisoryId: string,
): Promise<string[]> =>
  (
    await tx
      .selectFrom("advisoryStudent")
      .select("studentId")
      .distinct()
      .where("districtId", "=", districtId)
      .where("advisoryId", "=", advisoryId)
      .where((eb) => eb.or([eb("untilOn", "is", null), eb("untilOn", ">=", today)]))
      .orderBy("studentId")
      .execute()
  ).map((row) => row.studentId);
