import type { Db } from "#server/database/connect.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { conferenceNight } from "#test/support/lectern.ts";
import type { Circle } from "../cast.ts";

/** A letter to the guardian that waits in the outbox. */
export async function bringMessage(db: Db, { guardian }: Circle): Promise<string> {
  const { districtId, personId } = guardian;
  const message = {
    districtId,
    personId,
    address: "rosa@example.org",
    language: "es",
    template: "record-ready",
    occasion: "record-ready matrix",
    facts: { student: "Itzel", path: "/review/1" },
  };
  await db.transaction().execute((tx) => queueMessage(tx, message, conferenceNight));
  const { id } = await db
    .selectFrom("outgoingMessage")
    .select("id")
    .where("districtId", "=", districtId)
    .where("personId", "=", personId)
    .where("occasion", "=", message.occasion)
    .executeTakeFirstOrThrow();
  return id;
}
