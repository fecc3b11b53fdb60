import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused } from "#server/http/problems.ts";
import { lockRecord } from "./record.queries.ts";
import { sealableBy } from "./record.access.ts";

/** Takes note that something of the record was changed that is not a field; tells the conference it belongs to. */
export async function changeRecord(tx: Tx, actor: Actor, recordId: string) {
  const record = await lockRecord(tx, actor, recordId, sealableBy(actor));
  if (record.state !== "draft" && record.state !== "read-back") throw new Refused("record-finished");
  const { revision } = await tx
    .updateTable("conferenceRecord")
    .set({ revision: sql`revision + 1` })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", recordId)
    .returning("revision")
    .executeTakeFirstOrThrow();
  const voided = record.state === "read-back" && (await reopen(tx, actor, recordId));
  return { conferenceId: record.conferenceId, studentId: record.studentId, revision, voided };
}

/** Back to a draft: what was read aloud is no longer what stands there. True when names were void by it. */
export async function reopen(tx: Tx, actor: Actor, recordId: string): Promise<boolean> {
  await tx
    .updateTable("conferenceRecord")
    .set({ state: "draft", readBackRevision: null, readBackDigest: null })
    .where("districtId", "=", actor.districtId)
    .where("id", "=", recordId)
    .execute();
  return await voidAcknowledgements(tx, actor, recordId);
}

/** Names typed under an earlier reading do not stand under this one. */
export async function voidAcknowledgements(tx: Tx, actor: Actor, recordId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("acknowledgement")
    .set({ voidedAt: actor.now })
    .where("districtId", "=", actor.districtId)
    .where("recordId", "=", recordId)
    .where("voidedAt", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
