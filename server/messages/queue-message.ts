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

/** Puts a message into the outbox as part of the transaction; it leaves after the commit. */
export async function queueMessage(tx: Tx, message: Message, now: Date): Promise<void> {
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
  if (queued) await enqueue(tx, "deliver-mail", { districtId: message.districtId, messageId: id });
}
