import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

/** A sentence her adviser keeps. */
export async function bringPhrase(db: Db, { school: { districtId }, adviser }: Circle): Promise<string> {
  const id = uuidv7();
  await db
    .insertInto("phrase")
    .values({
      ...{ districtId, id, personId: adviser.personId },
      ...{ field: "adviserStrengths", language: "en", words: `{{name}} asks again, ${id}.` },
      keptAt: conferenceNight,
    })
    .execute();
  return id;
}
