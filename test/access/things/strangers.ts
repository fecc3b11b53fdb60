import type { Db } from "#server/database/connect.ts";
import { addAdvisory, addStaff, addStudent } from "#test/support/people.ts";
import { addSchool, type School } from "#test/support/school.ts";
import { arrangeConference } from "#test/support/story.ts";

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
  await addAdvisory(elsewhere, await addStaff(elsewhere, "Ambrose Ravensworth"), []);
}
