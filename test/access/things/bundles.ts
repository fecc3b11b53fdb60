import { createHash } from "node:crypto";
import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";
import { inOne } from "./files.ts";

/** The season's records in one file, made for the school's administrator. */
export async function bringBundle(db: Db, files: Storage, { school }: Circle): Promise<string> {
  const { districtId } = school;
  const administrator = await db
    .selectFrom("staffRole")
    .select("personId")
    .where("districtId", "=", districtId)
    .where("role", "=", "school-administrator")
    .executeTakeFirstOrThrow();
  const [id, content] = [uuidv7(), Buffer.from("%PDF-1.7 every record of the season")];
  await db
    .insertInto("recordBundle")
    .values({
      ...{ districtId, id, seasonId: school.seasonId },
      ...{ form: "print", copies: "school", state: "made", done: 1, total: 1 },
      storageKey: await files.put(inOne(content)),
      bytes: content.length,
      sha256: createHash("sha256").update(content).digest(),
      askedBy: administrator.personId,
      askedAt: conferenceNight,
      madeAt: conferenceNight,
    })
    .execute();
  return id;
}
