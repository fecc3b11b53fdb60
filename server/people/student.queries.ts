import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { arrangesFor, readsNumbersOf } from "#server/access/audiences.ts";
import { anyOf } from "#server/access/relations.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { currentSeasonIdOfStudent } from "#server/seasons/current-season.ts";
import { isKnownTo } from "./student.access.ts";
import type { Adviser, Student } from "./student.contract.ts";

const self = sql.ref("student.personId");

/** A student, with her advisers for those who read her numbers or arrange for her. */
export async function readStudent(db: Db, actor: Actor, studentId: string): Promise<Student> {
  const { knowsAdvisers, schoolId, schoolName, zone, ...student } = await findStudent(db, actor, studentId);
  return {
    ...student,
    school: { id: schoolId, name: schoolName, zone },
    advisers: knowsAdvisers ? await listAdvisers(db, actor, studentId) : [],
  };
}

const findStudent = (db: Db, actor: Actor, studentId: string) =>
  db
    .selectFrom("student")
    .innerJoin("person", (join) =>
      join.onRef("person.districtId", "=", "student.districtId").onRef("person.id", "=", "student.personId"),
    )
    .innerJoin("school", (join) =>
      join.onRef("school.districtId", "=", "student.districtId").onRef("school.id", "=", "student.schoolId"),
    )
    .select([
      "person.id",
      sql<string>`person.given_name || ' ' || person.family_name`.as("name"),
      "person.givenName",
      "person.ownScriptName",
      "student.grade",
      "school.id as schoolId",
      "school.name as schoolName",
      "school.timeZone as zone",
      arrangesFor(actor, self).as("mayArrange"),
      sql<
        string | null
      >`case when ${arrangesFor(actor, self)} then ${currentSeasonIdOfStudent(actor)} end`.as("seasonId"),
      anyOf(readsNumbersOf(actor, self), arrangesFor(actor, self)).as("knowsAdvisers"),
    ])
    .$narrowType<{ mayArrange: boolean; knowsAdvisers: boolean }>()
    .where("student.districtId", "=", actor.districtId)
    .where("student.personId", "=", studentId)
    .where(isKnownTo(actor, self))
    .executeTakeFirstOrThrow(() => new NotFound("student"));

const byPart = sql`array_position(array['adviser', 'co-adviser', 'substitute'], advisory_adviser.part)`;

/** Who advises the student today, the adviser first. Callers have checked that the actor may know. */
export const listAdvisers = (db: Db, actor: Actor, studentId: string): Promise<Adviser[]> =>
  db
    .selectFrom("advisoryStudent")
    .innerJoin("advisoryAdviser", (join) =>
      join
        .onRef("advisoryAdviser.districtId", "=", "advisoryStudent.districtId")
        .onRef("advisoryAdviser.advisoryId", "=", "advisoryStudent.advisoryId"),
    )
    .innerJoin("person", (join) =>
      join
        .onRef("person.districtId", "=", "advisoryAdviser.districtId")
        .onRef("person.id", "=", "advisoryAdviser.personId"),
    )
    .select([
      "person.id as personId",
      sql<string>`person.given_name || ' ' || person.family_name`.as("name"),
      "advisoryAdviser.part",
    ])
    .where("advisoryStudent.districtId", "=", actor.districtId)
    .where("advisoryStudent.studentId", "=", studentId)
    .where(inForce("advisory_student", actor.today))
    .where(inForce("advisory_adviser", actor.today))
    .orderBy(byPart)
    .orderBy("advisoryAdviser.fromOn")
    .execute();

const inForce = (table: string, today: string) =>
  sql<boolean>`${sql.ref(`${table}.from_on`)} <= ${today}::date
    and (${sql.ref(`${table}.until_on`)} is null or ${sql.ref(`${table}.until_on`)} >= ${today}::date)`;
