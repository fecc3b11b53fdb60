import { uuidv7 } from "uuidv7";
import type { School } from "#test/support/school.ts";
import type { Guardian, Person } from "#test/support/people.ts";
import type { Invitation, NewConference } from "#web/conferences/conference.api.ts";

/** What an adviser types: tonight at 5:40 pm in room 214, with nobody but the student. */
export const tonight = (
  school: School,
  student: Person,
  facts: Partial<NewConference> = {},
): NewConference => ({
  studentId: student.personId,
  seasonId: school.seasonId,
  startsAt: "2026-11-12T17:40",
  mode: "in-person",
  place: "Room 214",
  link: "",
  householdKey: "joint",
  participants: [],
  ...facts,
});

/** Guardians as they are ticked on the list. */
export const guests = (...guardians: Guardian[]): Invitation[] =>
  guardians.map(({ personId }) => ({ personId, part: "guardian" }));

/** Lets somebody interpret for the district. */
export async function letInterpret({ db, districtId }: School, person: Person, language: string) {
  await db.insertInto("interpreter").values({ districtId, personId: person.personId, language }).execute();
}

/** A guest nobody has on a list, typed in by name. */
export const typedIn = (name: string, relationship: string): Invitation => ({
  personId: uuidv7(),
  part: "guest",
  name,
  relationship,
});

/** What a refused request says. */
export const refusal = (code: string) => ({ status: 409, code });
