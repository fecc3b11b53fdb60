import { uuidv7 } from "uuidv7";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { NotFound } from "#server/http/problems.ts";
import { readBack } from "#server/records/sealing/read-back.ts";
import { sealRecord } from "#server/records/sealing/seal-record.ts";
import { openSession } from "#server/sign-in/open-session.ts";
import { findActor } from "#server/sign-in/session.queries.ts";
import { conferenceNight, signer } from "./lectern.ts";
import type { Guardian, Person } from "./people.ts";
import type { School } from "./school.ts";

/** The person as the rules see her. */
export async function actorOf(db: Db, person: Person, now = conferenceNight): Promise<Actor> {
  const token = await db.transaction().execute((tx) => openSession(tx, person, now));
  const actor = await findActor(db, token, now);
  if (!actor) throw new NotFound("actor");
  return actor;
}

interface Held {
  readonly conferenceId: string;
  readonly recordId: string;
  readonly student: Person;
  readonly adviser: Person;
  readonly guardian: Guardian;
  /** What her household adds to its own annex. */
  readonly comments: string;
}

/** Fills in what a held conference needs, with one goal, and finishes its record as its adviser would; returns the goal. */
export async function sealHeldConference(school: School, held: Held): Promise<{ goalId: string }> {
  const { db, districtId } = school;
  const { conferenceId, recordId, adviser, guardian } = held;
  await db
    .insertInto("participant")
    .values({
      districtId,
      conferenceId,
      personId: guardian.personId,
      part: "guardian",
      householdId: guardian.householdId,
      relationship: "mother",
      attendance: "present",
    })
    .execute();
  const goalId = await addGoalWithBothSides(school, held.student);
  await writeFields(school, held);
  const actor = await actorOf(db, adviser);
  const { revision } = await db
    .selectFrom("conferenceRecord")
    .select("revision")
    .where("districtId", "=", districtId)
    .where("id", "=", recordId)
    .executeTakeFirstOrThrow();
  await db.transaction().execute(async (tx) => {
    await readBack(tx, actor, recordId, revision);
    await sealRecord(tx, actor, { recordId, revision }, signer);
  });
  return { goalId };
}

async function addGoalWithBothSides({ db, districtId, seasonId }: School, student: Person): Promise<string> {
  const goalId = uuidv7();
  await db
    .insertInto("goal")
    .values({
      districtId,
      id: goalId,
      studentId: student.personId,
      seasonId,
      wording: "Geometry from C to B",
      category: "academic",
      measure: "Geometry average 83 %",
      dueOn: "2027-01-22",
      state: "draft",
      position: 1,
    })
    .execute();
  for (const [side, wording] of [
    ["student", "Office hours on Tuesdays"],
    ["school", "A seat in Algebra 1B recovery"],
  ] as const) {
    await db
      .insertInto("promise")
      .values({ districtId, id: uuidv7(), goalId, side, wording, state: "proposed" })
      .execute();
  }
  return goalId;
}

async function writeFields(
  { db, districtId }: School,
  { recordId, adviser, guardian, comments }: Held,
): Promise<void> {
  const core = {
    strengths: "I ask again.",
    adviserStrengths: "She measures before she talks.",
    languageArtsNote: "The middle of tenth grade.",
    mathNotTested: "she joined in October",
    nextCheckIn: "2026-12-11",
  };
  const fields = Object.entries(core).map(([field, value]) => ({ part: "core", field, value }));
  for (const { part, field, value } of [
    ...fields,
    { part: guardian.householdId, field: "comments", value: comments },
  ]) {
    await db
      .insertInto("recordField")
      .values({
        districtId,
        recordId,
        part,
        field,
        value: JSON.stringify(value),
        revision: 1,
        savedBy: adviser.personId,
        savedAt: conferenceNight,
      })
      .execute();
  }
}
