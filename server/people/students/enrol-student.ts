import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { noteChange } from "#server/audit/note-change.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, NotFound } from "#server/http/problems.ts";
import { addPerson } from "#server/people/add-person.ts";
import { keepsSchool } from "#server/schools/school.access.ts";
import { givePassword } from "#server/sign-in/give-password.ts";
import type { NewStudent } from "./roll.contract.ts";

/** Enrols a student at a school one keeps, with what opens the door for her if it is given. */
export async function enrolStudent(tx: Tx, actor: Actor, given: NewStudent): Promise<string> {
  await requireSchool(tx, actor, given.schoolId);
  refuseBirthDay(given.bornOn, actor.today);
  const personId = await addPerson(tx, actor, { ...given, email: null, phone: null });
  const { schoolId, grade, cohortYear, bornOn, signIn } = given;
  const studentNumber = given.studentNumber.trim();
  await tx
    .insertInto("student")
    .values({ districtId: actor.districtId, personId, schoolId, studentNumber, grade, cohortYear, bornOn })
    .execute();
  const subject = `${given.givenName} ${given.familyName}`.trim();
  await noteChange(tx, actor, {
    ...{ kind: "student", studentId: personId, subjectId: personId, subject },
    ...{ field: "enrolled", old: null, new: studentNumber },
  });
  if (signIn) await givePassword(tx, { districtId: actor.districtId, personId, ...signIn }, actor.now);
  return personId;
}

async function requireSchool(tx: Tx, actor: Actor, schoolId: string): Promise<void> {
  const school = await tx
    .selectFrom("school")
    .select("school.id")
    .where("school.districtId", "=", actor.districtId)
    .where("school.id", "=", schoolId)
    .where(keepsSchool(actor, sql.ref("school.id")))
    .executeTakeFirst();
  if (!school) throw new NotFound("school");
}

/** Nobody at school was born tomorrow, or before 1920. */
export function refuseBirthDay(bornOn: string, today: string): void {
  if (bornOn > today || bornOn < "1920-01-01")
    throw new Invalid("bornOn", "Look at the birth date again.", "birth-day");
}
