import type { Db } from "#server/database/connect.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { listDue } from "./remind.queries.ts";

/** Writes to everybody for whom something fell due: one letter per thing and day, however often it is asked. */
export async function remindFollowUp(db: Db, now: Date): Promise<number> {
  const due = await listDue(db, now);
  for (const { student, what, path, ...message } of due)
    await db
      .transaction()
      .execute((tx) => queueMessage(tx, { ...message, facts: { student, what, path } }, now));
  return due.length;
}
