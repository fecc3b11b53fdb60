import type { Guardian, Person } from "#test/support/people.ts";
import { addStudent, answerFor, addAdvisory, addStaff } from "#test/support/people.ts";
import type { School } from "#test/support/school.ts";
import { guests } from "#test/conferences/given.ts";
import type { NewSchedule, ScheduleRow } from "#web/schedules/schedule.api.ts";

/** A student's row: tonight at 5:40 pm in room 214 for half an hour, with nobody but her. */
export const rowFor = (student: Person, facts: Partial<ScheduleRow> = {}): ScheduleRow => ({
  studentId: student.personId,
  startsAt: "2026-11-12T17:40",
  minutes: 30,
  mode: "in-person",
  place: "Room 214",
  link: "",
  householdKey: "joint",
  participants: [],
  ...facts,
});

/** The rows of this season, as they are sent. */
export const scheduleOf = ({ seasonId }: School, ...rows: ScheduleRow[]): NewSchedule => ({ seasonId, rows });

/** Itzel's brother, whom another adviser advises; tonight at 5:40 pm Ms. Haddad meets him and their mother. */
export async function aBrotherElsewhere(school: School, rosa: Guardian) {
  const mateo = await addStudent(school, "Mateo Navarro Duarte", { grade: 7 });
  await answerFor(school, mateo, rosa);
  const msHaddad = await addStaff(school, "Layla Haddad");
  const advisoryId = await addAdvisory(school, msHaddad, [mateo]);
  return { mateo, msHaddad, advisoryId, his: rowFor(mateo, { place: "Gym", participants: guests(rosa) }) };
}
