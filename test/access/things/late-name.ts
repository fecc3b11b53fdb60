import { uuidv7 } from "uuidv7";
import type { Db } from "#server/database/connect.ts";
import type { Circle } from "../cast.ts";

/** The guardian's name under the sealed record, given from home a week later. */
export async function bringLateName(
  db: Db,
  { school: { districtId }, guardian }: Circle,
  recordId: string,
): Promise<string> {
  const id = uuidv7();
  await db
    .insertInto("acknowledgement")
    .values({
      districtId,
      id,
      recordId,
      personId: guardian.personId,
      householdId: guardian.householdId,
      typedName: guardian.name,
      tookPart: false,
      receivedCopy: true,
      method: "link",
      late: true,
      revision: 1,
      version: 1,
      givenAt: "2026-11-20T19:00:00Z",
    })
    .execute();
  return id;
}
