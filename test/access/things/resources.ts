import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

/** Something her adviser hands families again. */
export async function bringResource(db: Db, { school: { districtId }, adviser }: Circle): Promise<string> {
  const id = uuidv7();
  const words = {
    title: `Homework room ${id}`,
    about: "Secret of the kept resource",
    address: "Library, room 2",
  };
  await db
    .insertInto("resource")
    .values({
      ...{ districtId, id, personId: adviser.personId },
      ...words,
      language: "en",
      keptAt: conferenceNight,
    })
    .execute();
  return id;
}
