import { uuidv7 } from "uuidv7";
import type { Tx } from "#server/database/connect.ts";
import { enqueue } from "#server/jobs/queue.ts";

export interface Message {
  readonly districtId: string;
  readonly personId: string;
  readonly address: string;
  readonly language: string;
  /** Key of the wording in templates/languages/…/e-mails.json. */
  readonly template: string;
  /** What makes this message one of a kind for this person; a second one with the same occasion is not sent. */
  readonly occasion: string;
  /** `linkPurpose` makes its button sign her in; `path` is where it leads. */
  readonly facts: Record<string, string | number | null>;
}

/** How long a letter lies that may be taken back. */
const aMoment = 120;

/** Puts a message into the outbox as part of the transaction; it leaves after the commit, or a moment later while it may be taken back. */
export async function queueMessage(
  tx: Tx,
  message: Message,
  now: Date,
  { mayBeTakenBack = false } = {},
): Promise<void> {
  const id = uuidv7();
  const queued = await tx
    .insertInto("outgoingMessage")
    .values({
      ...message,
      id,
      facts: JSON.stringify(message.facts),
      // Stable, so that a second attempt after a crash is recognised as the same mail.
      messageId: `<${id}@lectern>`,
      state: "waiting",
      createdAt: now,
    })
    .onConflict((conflict) => conflict.constraint("said_once").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!queued) return;
  const { districtId } = message;
  await enqueue(tx, "deliver-mail", { districtId, messageId: id }, mayBeTakenBack ? aMoment : 0);
}

/** Takes messages back that still wait, of the occasions that begin so; tells which. */
export async function takeBackMessages(
  tx: Tx,
  { districtId, personId, occasions }: { districtId: string; personId: string; occasions: string },
): Promise<string[]> {
  const rows = await tx
    .deleteFrom("outgoingMessage")
    .where("districtId", "=", districtId)
    .where("personId", "=", personId)
    .where((eb) => eb.fn("starts_with", ["occasion", eb.val(occasions)]))
    .where("state", "=", "waiting")
    .returning("occasion")
    .execute();
  return rows.map(({ occasion }) => occasion);
}
