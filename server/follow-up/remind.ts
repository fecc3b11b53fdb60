import type { Db } from "#server/database/connect.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { listAwakeDistricts } from "#server/schools/decent-hour.ts";
import { listDue } from "./remind.queries.ts";

/** Writes to everybody for whom something fell due, by day: one letter per thing and day, however often it is asked. */
export async function remindFollowUp(db: Db, now: Date): Promise<number> {
  let letters = 0;
  for (const districtId of await listAwakeDistricts(db, now)) {
    const due = await listDue(db, { districtId, now });
    for (const { student, what, path, ...message } of due)
      await db
        .transaction()
        .execute((tx) => queueMessage(tx, { ...message, facts: { student, what, path } }, now));
    letters += due.length;
  }
  return letters;
}
