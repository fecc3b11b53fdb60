import type { Db, Tx } from "#server/database/connect.ts";

/** A message of a district. */
export interface MessageRef {
  readonly districtId: string;
  readonly messageId: string;
}

/** Holds a message that still waits, with whom it is for; waits for another process that has it in hand. */
export const lockWaiting = (tx: Tx, { districtId, messageId }: MessageRef) =>
  tx
    .selectFrom("outgoingMessage as message")
    .innerJoin("person", (join) =>
      join.onRef("person.districtId", "=", "message.districtId").onRef("person.id", "=", "message.personId"),
    )
    .innerJoin("district", "district.id", "message.districtId")
    .select([
      "message.districtId",
      "message.personId",
      "message.address",
      "message.language",
      "message.template",
      "message.facts",
      "message.messageId",
      "message.tries",
      "person.accountId",
      "person.givenName",
      "district.name as districtName",
    ])
    .where("message.districtId", "=", districtId)
    .where("message.id", "=", messageId)
    .where("message.state", "=", "waiting")
    .forUpdate("message")
    .executeTakeFirst();

export type Waiting = NonNullable<Awaited<ReturnType<typeof lockWaiting>>>;

/** Writes down what became of a message. */
export const noteOutcome = (
  tx: Tx,
  { districtId, messageId }: MessageRef,
  outcome: {
    state: "waiting" | "sent" | "kept" | "failed";
    tries: number;
    lastError: string | null;
    subject?: string;
    body?: string;
    sentAt?: Date;
  },
) =>
  tx
    .updateTable("outgoingMessage")
    .set(outcome)
    .where("districtId", "=", districtId)
    .where("id", "=", messageId)
    .execute();

const outboxColumns = [
  "message.id",
  "message.address",
  "message.template",
  "message.language",
  "message.subject",
  "message.state",
  "message.createdAt",
  "message.sentAt",
  "message.lastError",
] as const;

const outbox = (db: Db, districtId: string) =>
  db
    .selectFrom("outgoingMessage as message")
    .innerJoin("person", (join) =>
      join.onRef("person.districtId", "=", "message.districtId").onRef("person.id", "=", "message.personId"),
    )
    .select(outboxColumns)
    .select((eb) =>
      eb.fn<string>("concat_ws", [eb.val(" "), "person.givenName", "person.familyName"]).as("name"),
    )
    .where("message.districtId", "=", districtId);

/** The district's messages, newest first, after the one named. */
export async function listMessages(db: Db, districtId: string, after: string | null, count: number) {
  let query = outbox(db, districtId);
  // Ids grow with time, so the newest message has the greatest.
  if (after !== null) query = query.where("message.id", "<", after);
  return await query.orderBy("message.id", "desc").limit(count).execute();
}

/** One message with its text. */
export const findMessage = (db: Db, districtId: string, messageId: string) =>
  outbox(db, districtId)
    .select(["message.body", "message.tries"])
    .where("message.id", "=", messageId)
    .executeTakeFirst();
