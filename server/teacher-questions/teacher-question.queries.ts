import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { jsonInstant } from "#server/database/json-instant.ts";
import { answerableBy, questionReadableBy } from "./teacher-question.access.ts";
import type { TeacherQuestion, Teachers } from "./teacher-question.contract.ts";

/** The questions sent to somebody and those about students she guides: what waits first, then the latest. */
export async function listTeacherQuestions(db: Db, actor: Actor): Promise<TeacherQuestion[]> {
  const { rows } = await sql<TeacherQuestion>`select teacher_question.id, teacher_question.student_id,
      concat_ws(' ', student.given_name, student.family_name) as student_name,
      concat_ws(' ', teacher.given_name, teacher.family_name) as teacher_name,
      concat_ws(' ', asker.given_name, asker.family_name) as asked_by, ${jsonInstant("teacher_question.asked_at")} as asked_at,
      question, teacher_question.language, answer, answer_language, ${jsonInstant("teacher_question.answered_at")} as answered_at,
      ${answerableBy(actor)} as may_answer
    from teacher_question
    join person student on student.district_id = teacher_question.district_id and student.id = teacher_question.student_id
    join person teacher on teacher.district_id = teacher_question.district_id and teacher.id = teacher_question.teacher_id
    join person asker on asker.district_id = teacher_question.district_id and asker.id = teacher_question.asked_by
    where teacher_question.district_id = ${actor.districtId} and ${questionReadableBy(actor)}
    order by teacher_question.answered_at is not null, teacher_question.asked_at desc, teacher_question.id limit 100`.execute(
    db,
  );
  return rows;
}

/** Who teaches a student today, by name, with the classes she sits in. */
export async function listTeachers(db: Db, actor: Actor, studentId: string): Promise<Teachers["teachers"]> {
  const { rows } = await sql<
    Teachers["teachers"][number]
  >`select p.id, concat_ws(' ', p.given_name, p.family_name) as name,
      json_agg(c.title order by c.title) as classes
    from class_student cs
    join class_teacher ct on ct.district_id = cs.district_id and ct.class_id = cs.class_id
    join class c on c.district_id = cs.district_id and c.id = cs.class_id
    join person p on p.district_id = ct.district_id and p.id = ct.person_id
    where cs.district_id = ${actor.districtId} and cs.student_id = ${studentId}
      and cs.from_on <= ${actor.today}::date and (cs.until_on is null or cs.until_on >= ${actor.today}::date)
      and ct.from_on <= ${actor.today}::date and (ct.until_on is null or ct.until_on >= ${actor.today}::date)
    group by p.id, p.given_name, p.family_name order by p.family_name, p.given_name, p.id`.execute(db);
  return rows;
}
