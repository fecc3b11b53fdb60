import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { queueMessage } from "#server/messages/queue-message.ts";

/** Writes to the student that a note waits for her, when the school keeps an address of hers; never what it says. */
export async function tellStudent(
  tx: Tx,
  actor: Actor,
  { noteId, studentId }: { noteId: string; studentId: string },
): Promise<void> {
  const [student, author] = await Promise.all([
    findPerson(tx, actor, studentId),
    findPerson(tx, actor, actor.personId),
  ]);
  if (!student?.email || !author) return;
  await queueMessage(
    tx,
    {
      districtId: actor.districtId,
      personId: studentId,
      address: student.email,
      language: student.language,
      template: "note-for-student",
      occasion: `note ${noteId}`,
      facts: { author: `${author.givenName} ${author.familyName}`, path: "/notes" },
    },
    actor.now,
  );
}

const findPerson = (tx: Tx, { districtId }: Actor, personId: string) =>
  tx
    .selectFrom("person")
    .select(["email", "language", "givenName", "familyName"])
    .where("districtId", "=", districtId)
    .where("id", "=", personId)
    .executeTakeFirst();
