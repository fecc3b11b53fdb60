import type { Actor } from "#server/access/actor.ts";
import { noteSecretSet } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { nameOf } from "#server/people/change-person.ts";
import { givePassword } from "#server/sign-in/give-password.ts";
import { holdStudent } from "./hold-student.ts";
import type { StudentSignIn } from "./roll.contract.ts";

/** Gives a student a username and a first or new password; who was signed in as her is signed out. */
export async function letStudentIn(
  tx: Tx,
  actor: Actor,
  studentId: string,
  signIn: StudentSignIn,
): Promise<void> {
  const student = await holdStudent(tx, actor, studentId);
  await givePassword(tx, { districtId: actor.districtId, personId: studentId, ...signIn }, actor.now);
  await noteSecretSet(tx, actor, {
    ...{ kind: "sign-in", studentId, subjectId: studentId, subject: nameOf(student), field: "password" },
  });
}
