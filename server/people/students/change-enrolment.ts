import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Stale } from "#server/http/problems.ts";
import { nameOf } from "#server/people/change-person.ts";
import { refuseBirthDay } from "./enrol-student.ts";
import { holdStudent } from "./hold-student.ts";
import type { EnrolmentChange } from "./roll.contract.ts";

/** Changes one fact of a student's enrolment; the birth date and the recorded dependency decide whose the rights are. */
export async function changeEnrolment(
  tx: Tx,
  actor: Actor,
  studentId: string,
  { field, base, value }: EnrolmentChange,
): Promise<void> {
  const student = await holdStudent(tx, actor, studentId);
  if (student[field] !== base) throw new Stale(student[field], field);
  if (field === "bornOn") refuseBirthDay(value, actor.today);
  await tx
    .updateTable("student")
    .set({ [field]: value })
    .where("districtId", "=", actor.districtId)
    .where("personId", "=", studentId)
    .execute();
  await noteChange(tx, actor, {
    ...{ kind: "student", studentId, subjectId: studentId, subject: nameOf(student) },
    ...{ field, old: base, new: value },
  });
}
