import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { readsWishesOf } from "#server/questionnaires/questionnaire.access.ts";
import { currentSeasonIdOfStudent } from "#server/seasons/current-season.ts";
import type { Wish } from "./interpreter.contract.ts";

/** What a student's households wrote about language and access for the season she prepares for. */
export async function listWishes(db: Db, actor: Actor, studentId: string): Promise<Wish[]> {
  const { rows } =
    await sql<Wish>`select household.id as household_id, household.name as household_name, fa.question, fa.answer, fa.language
    from student
    join family_answer fa on fa.district_id = student.district_id and fa.student_id = student.person_id
      and fa.season_id = ${currentSeasonIdOfStudent(actor)}
      and fa.question in ('language', 'access') and fa.answer <> ''
    join household on household.district_id = fa.district_id and household.id = fa.household_id
    where student.district_id = ${actor.districtId} and student.person_id = ${studentId}
      and ${readsWishesOf(actor, sql.ref("student.personId"))}
    order by household.name, household.id, fa.question desc`.execute(db);
  return rows;
}
