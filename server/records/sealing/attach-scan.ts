import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { claimFile } from "#server/files/keep-file.ts";
import { Invalid, NotFound } from "#server/http/problems.ts";
import { sealableBy } from "../record.access.ts";
import { lockRecord } from "../record.queries.ts";

/** Puts the signed sheet itself, a picture or a PDF of one's own files, beside a name that was noted from paper. */
export async function attachScan(
  tx: Tx,
  actor: Actor,
  { recordId, acknowledgementId }: { recordId: string; acknowledgementId: string },
  fileId: string,
): Promise<void> {
  await lockRecord(tx, actor, recordId, sealableBy(actor));
  await claimFile(tx, actor, fileId);
  await refuseOtherKinds(tx, actor, fileId);
  const { numUpdatedRows } = await tx
    .updateTable("acknowledgement")
    .set({ scanFileId: fileId })
    .where("districtId", "=", actor.districtId)
    .where("recordId", "=", recordId)
    .where("id", "=", acknowledgementId)
    .where("method", "=", "paper")
    .where("voidedAt", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new NotFound("acknowledgement");
}

async function refuseOtherKinds(tx: Tx, { districtId }: Actor, fileId: string): Promise<void> {
  const { mediaType } = await tx
    .selectFrom("storedFile")
    .select("mediaType")
    .where("districtId", "=", districtId)
    .where("id", "=", fileId)
    .executeTakeFirstOrThrow();
  if (!mediaType.startsWith("image/") && mediaType !== "application/pdf")
    throw new Invalid("fileId", "A signed sheet is a picture or a PDF.", "scan-kind");
}
