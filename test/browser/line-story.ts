import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { addDays, dayIn } from "#server/schools/calendar.ts";
import { localTimeIn } from "#server/schools/local-time.ts";
import { hashPassword } from "#server/sign-in/password.ts";
import { addPerson, type Person } from "#test/support/people.ts";
import { aStudentWithAdviser, type Story } from "#test/support/story.ts";

/** Between them it is always day in one. */
const zones = ["America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo"] as const;

/** The family most tests tell of, today: nothing is arranged, nothing prepared. */
export interface LineStory extends Story {
  readonly rosasAddress: string;
  readonly password: string;
  /** What the school's clocks will show in a quarter of an hour, as a form wants it. */
  readonly soon: string;
  readonly checkIn: string;
}

/** A school whose season is open on the day the test runs; its people can sign in. */
export async function aSchoolToday(db: Db): Promise<LineStory> {
  const story = await aStudentWithAdviser(db);
  const zone = await moveToDaylight(db, story, new Date());
  const today = dayIn(zone, new Date());
  const password = "herring gull lamp";
  await moveToToday(db, today);
  await letIn(db, story, await hashPassword(password));
  await giveResults(db, story, today);
  const { email } = await db
    .selectFrom("person")
    .select("email")
    .where("id", "=", story.rosa.personId)
    .executeTakeFirstOrThrow();
  await addInterpreter(db, story);
  return {
    ...story,
    rosasAddress: email ?? "",
    password,
    soon: localTimeIn(zone, new Date(Date.now() + 15 * 60_000)),
    checkIn: addDays(today, 14),
  };
}

/** A conference in a quarter of an hour is today's only where midnight is far: the school stands where it is day. */
async function moveToDaylight(db: Db, { school }: Story, now: Date): Promise<string> {
  const isDay = (zone: string) => {
    const hour = Number(localTimeIn(zone, now).slice(11, 13));
    return hour >= 7 && hour < 17;
  };
  const timeZone = zones.find(isDay) ?? zones[0];
  await db
    .updateTable("school")
    .set({ timeZone })
    .where("districtId", "=", school.districtId)
    .where("id", "=", school.schoolId)
    .execute();
  return timeZone;
}

/** The builders tell of November 2026; a real server's clock stands at today. */
async function moveToToday(db: Db, today: string): Promise<void> {
  await db
    .updateTable("schoolYear")
    .set({ startsOn: addDays(today, -90), endsOn: addDays(today, 200) })
    .execute();
  await db
    .updateTable("season")
    .set({ startsOn: addDays(today, -10), endsOn: addDays(today, 30) })
    .execute();
  await db
    .updateTable("advisoryAdviser")
    .set({ fromOn: addDays(today, -60) })
    .execute();
  await db
    .updateTable("advisoryStudent")
    .set({ fromOn: addDays(today, -60) })
    .execute();
  await db
    .updateTable("student")
    .set({ bornOn: addDays(today, -15 * 366) })
    .execute();
}

async function letIn(db: Db, { school, itzel, mrOkafor }: Story, passwordHash: string): Promise<void> {
  const names = [
    { person: itzel, value: "itzel.navarro" },
    { person: mrOkafor, value: "daniel.okafor" },
  ];
  for (const { person, value } of names) {
    await db.updateTable("account").set({ passwordHash }).where("id", "=", person.accountId).execute();
    await db
      .insertInto("signInName")
      .values({ districtId: school.districtId, kind: "username", value, personId: person.personId })
      .execute();
  }
}

async function giveResults(db: Db, { school, itzel }: Story, today: string): Promise<void> {
  const areas = ["language-arts", "math"] as const;
  await db
    .insertInto("assessmentResult")
    .values(
      areas.map((area) => ({
        districtId: school.districtId,
        id: uuidv7(),
        studentId: itzel.personId,
        ...{
          test: "MAP Growth",
          area,
          schoolYear: "2026–27",
          testWindow: "fall",
          takenOn: addDays(today, -50),
        },
        ...{ score: 221, standardError: 3, percentile: 49, band: "Average", growth: 12, growthExpected: 5 },
      })),
    )
    .execute();
}

async function addInterpreter(db: Db, { school }: Story): Promise<Person> {
  const lucia = await addPerson(school, "Lucía Ferrer");
  const { districtId, personId } = lucia;
  await db.insertInto("interpreter").values({ districtId, personId, language: "es" }).execute();
  return lucia;
}
