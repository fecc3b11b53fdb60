import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { changeWorkSample, lockWorkSample } from "./work-sample.queries.ts";

/** Takes a piece off the shelf; it stays readable where it is linked from, and editing `archived` puts it back. */
export async function archiveWorkSample(tx: Tx, actor: Actor, workSampleId: string): Promise<void> {
  const piece = await lockWorkSample(tx, actor, workSampleId);
  if (piece.archived) return;
  await changeWorkSample(tx, actor, workSampleId, { archivedAt: actor.now });
}
