import { uuidv7 } from "uuidv7";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Db } from "#server/database/connect.ts";
import { arrangeConference } from "#test/support/story.ts";
import type { Circle } from "../cast.ts";

/** Tonight's conference, to which both parents, her mentor and an interpreter come, and one that is live. */
export async function bringTonight(
  db: Db,
  { school, student, adviser, guardian, secondGuardian, mentor, interpreter }: Circle,
  startsAt: string,
): Promise<{
  conferenceId: string;
  calledOffConferenceId: string;
  liveConferenceId: string;
  openPresentationId: string;
}> {
  const endsAt = new Date(Date.parse(startsAt) + 30 * 60_000).toISOString();
  const conferenceId = await arrangeConference(school, student, adviser, {
    startsAt,
    endsAt,
    guests: [guardian, secondGuardian],
  });
  const { districtId } = school;
  await setPlace(db, school, conferenceId, "Secret of tonight’s place");
  await db
    .insertInto("participant")
    .values({ districtId, conferenceId, personId: mentor.personId, part: "mentor" })
    .execute();
  await db
    .insertInto("participant")
    .values({ districtId, conferenceId, personId: interpreter.personId, part: "interpreter", language: "es" })
    .execute();
  const earlier = (minutes: number) => new Date(Date.parse(startsAt) - minutes * 60_000).toISOString();
  const apart = {
    householdKey: secondGuardian.householdId,
    state: "live" as const,
    startsAt: earlier(100),
    endsAt: earlier(70),
  };
  const liveConferenceId = await arrangeConference(school, student, adviser, apart);
  await setPlace(db, school, liveConferenceId, "Secret of the other household’s place");
  const openPresentationId = uuidv7();
  await db
    .insertInto("presentation")
    .values({
      districtId,
      id: openPresentationId,
      conferenceId: liveConferenceId,
      studentId: student.personId,
      number: 1,
      state: "open",
      startedAt: conferenceNight,
    })
    .execute();
  await openStage(db, districtId, student.personId, liveConferenceId);
  const calledOffConferenceId = await callOff(db, school, student, adviser, guardian.householdId);
  return { conferenceId, calledOffConferenceId, liveConferenceId, openPresentationId };
}

/** The stage she stands on in it. */
const openStage = (db: Db, districtId: string, studentId: string, conferenceId: string): Promise<unknown> =>
  db
    .insertInto("stagePlace")
    .values({
      districtId,
      studentId,
      conferenceId,
      run: "0".repeat(32),
      place: JSON.stringify({
        slide: "welcome",
        next: null,
        page: 1,
        isBlack: false,
        isOver: false,
        taken: [],
      }),
      toldAt: conferenceNight,
    })
    .execute();

async function callOff(
  db: Db,
  school: Circle["school"],
  student: Circle["student"],
  adviser: Circle["adviser"],
  householdKey: string,
): Promise<string> {
  const id = await arrangeConference(school, student, adviser, {
    householdKey,
    startsAt: "2026-11-05T01:40:00Z",
    endsAt: "2026-11-05T02:10:00Z",
  });
  await db
    .updateTable("conference")
    .set({ state: "cancelled" })
    .where("districtId", "=", school.districtId)
    .where("id", "=", id)
    .execute();
  return id;
}

const setPlace = (
  db: Db,
  { districtId }: Circle["school"],
  conferenceId: string,
  place: string,
): Promise<unknown> =>
  db
    .updateTable("conference")
    .set({ place })
    .where("districtId", "=", districtId)
    .where("id", "=", conferenceId)
    .execute();
