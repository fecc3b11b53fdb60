import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { queueMessage } from "#server/messages/queue-message.ts";
import { listAdvisers, listHome, type Reader } from "./correspondence.queries.ts";

interface Written {
  readonly id: string;
  readonly studentId: string;
}

/** Tells whoever advises the student that a family asked; never what. */
export const tellAdvisers = async (tx: Tx, actor: Actor, written: Written): Promise<void> =>
  await tell(tx, actor, written, {
    template: "family-question",
    readers: await listAdvisers(tx, actor, written.studentId),
  });

/** Tells the guardians of one household that the adviser answered; never what. */
export const tellHome = async (
  tx: Tx,
  actor: Actor,
  written: Written & { householdId: string },
): Promise<void> =>
  await tell(tx, actor, written, {
    template: "family-answer",
    readers: await listHome(tx, actor, written),
    // Signs her in: most families never made a password.
    linkPurpose: "invitation",
  });

async function tell(
  tx: Tx,
  actor: Actor,
  { id, studentId }: Written,
  { template, readers, linkPurpose }: { template: string; readers: Reader[]; linkPurpose?: string },
): Promise<void> {
  const [student, author] = [await nameOf(tx, actor, studentId), await nameOf(tx, actor, actor.personId)];
  for (const { personId, email, language } of readers) {
    if (personId === actor.personId) continue;
    await queueMessage(
      tx,
      {
        districtId: actor.districtId,
        personId,
        address: email,
        language,
        template,
        occasion: `${template} ${id}`,
        facts: {
          student: student.givenName,
          author: `${author.givenName} ${author.familyName}`,
          path: `/line/${studentId}`,
          ...(linkPurpose === undefined ? {} : { linkPurpose }),
        },
      },
      actor.now,
    );
  }
}

const nameOf = (tx: Tx, { districtId }: Actor, personId: string) =>
  tx
    .selectFrom("person")
    .select(["givenName", "familyName"])
    .where("districtId", "=", districtId)
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
