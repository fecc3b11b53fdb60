import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import { addAdvisory, addStaff, addStudent, type Person } from "#test/support/people.ts";
import { addSchool, type School } from "#test/support/school.ts";
import { arrangeConference } from "#test/support/story.ts";

/** Keeps that a colleague was given a role. */
async function noteRole(db: Db, { districtId, personId }: Person, subject: string): Promise<void> {
  const values = { districtId, id: uuidv7(), changedBy: personId, changedAt: conferenceNight, subject };
  await db
    .insertInto("changeAudit")
    .values({ ...values, kind: "staff-role", subjectId: personId, field: "counsellor" })
    .execute();
}

/** People and a school of the same district that the cast has nothing to do with: lists must not show them. */
export async function bringStrangers(db: Db, school: School): Promise<void> {
  const student = await addStudent(school, "Zebulon Quisling");
  const adviser = await addStaff(school, "Odile Marchetti");
  await addAdvisory(school, adviser, [student]);
  await arrangeConference(school, student, adviser);
  const elsewhere = await addSchool(db, school.districtId, {
    name: "Chatham Road School",
    zone: "Pacific/Chatham",
  });
  await addStudent(elsewhere, "Xanthe Ravensworth");
  const colleague = await addStaff(elsewhere, "Ambrose Ravensworth");
  await addAdvisory(elsewhere, colleague, []);
  await noteRole(db, colleague, "Ambrose Ravensworth");
  await noteRole(db, adviser, "Odile Marchetti");
}
