import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { addAdvisory, addGuardian, addStaff, addStudent, type Guardian, type Person } from "./people.ts";
import { aSchool, type School } from "./school.ts";

/** Itzel, who lives with her mother; her father has a household of his own; Mr. Okafor advises her and Kofi. */
export interface Story {
  readonly school: School;
  readonly itzel: Person;
  readonly kofi: Person;
  readonly rosa: Guardian;
  readonly hector: Guardian;
  readonly mrOkafor: Person;
  readonly advisoryId: string;
}

/** The family most tests tell of. */
export async function aStudentWithAdviser(db: Db): Promise<Story> {
  const school = await aSchool(db);
  const [itzel, kofi] = [
    await addStudent(school, "Itzel Navarro Duarte"),
    await addStudent(school, "Kofi Mensah-Boateng"),
  ];
  const rosa = await addGuardian(school, itzel, "Rosa Duarte", {
    language: "es",
    email: `rosa.${itzel.personId.slice(-6)}@example.org`,
  });
  const hector = await addGuardian(school, itzel, "Héctor Navarro", {
    relationship: "father",
    language: "es",
  });
  const mrOkafor = await addStaff(school, "Daniel Okafor", ["teacher"]);
  const advisoryId = await addAdvisory(school, mrOkafor, [itzel, kofi]);
  return { school, itzel, kofi, rosa, hector, mrOkafor, advisoryId };
}

interface ConferenceFacts {
  startsAt: string;
  endsAt: string;
  householdKey: string;
  state: "planned" | "live" | "paused" | "cancelled";
  guests: Guardian[];
}

/** A conference arranged for tonight at 5:40 pm in room 214, with the guardians named. */
export async function arrangeConference(
  { db, districtId, seasonId }: School,
  student: Person,
  adviser: Person,
  facts: Partial<ConferenceFacts> = {},
): Promise<string> {
  const {
    startsAt = "2026-11-13T01:40:00Z",
    endsAt = "2026-11-13T02:10:00Z",
    householdKey = "joint",
    state = "planned",
    guests = [],
  } = facts;
  const id = uuidv7();
  await db
    .insertInto("conference")
    .values({
      districtId,
      id,
      seasonId,
      studentId: student.personId,
      adviserId: adviser.personId,
      householdKey,
      startsAt,
      endsAt,
      place: "Room 214",
      mode: "in-person",
      state,
      startedAt: state === "planned" || state === "cancelled" ? null : startsAt,
    })
    .execute();
  for (const guest of guests) {
    await db
      .insertInto("participant")
      .values({
        districtId,
        conferenceId: id,
        personId: guest.personId,
        part: "guardian",
        householdId: guest.householdId,
        relationship: "mother",
      })
      .execute();
  }
  return id;
}
