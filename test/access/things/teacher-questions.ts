import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

/** What her conference asked the teacher of one of her classes. */
export async function bringTeacherQuestion(
  db: Db,
  { school: { districtId }, student, adviser }: Circle,
  recordId: string,
): Promise<string> {
  const { personId: teacherId } = await db
    .selectFrom("classTeacher")
    .innerJoin("classStudent", (join) =>
      join
        .onRef("classStudent.districtId", "=", "classTeacher.districtId")
        .onRef("classStudent.classId", "=", "classTeacher.classId"),
    )
    .select("classTeacher.personId")
    .where("classTeacher.districtId", "=", districtId)
    .where("classStudent.studentId", "=", student.personId)
    .executeTakeFirstOrThrow();
  const id = uuidv7();
  await db
    .insertInto("teacherQuestion")
    .values({
      ...{ districtId, id, recordId, studentId: student.personId, teacherId },
      ...{ askedBy: adviser.personId, askedAt: conferenceNight },
      ...{ question: "Secret of the question to a teacher", language: "en" },
    })
    .execute();
  return id;
}
