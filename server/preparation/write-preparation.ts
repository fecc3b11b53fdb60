import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused, Stale } from "#server/http/problems.ts";
import { checkValue, fieldOf } from "#server/records/record-fields.ts";
import { takeOverPreparation } from "#server/records/take-over-preparation.ts";
import type { PreparationRevision } from "./preparation.contract.ts";
import { findPrepared, putPrepared, readPlaceOf } from "./preparation.queries.ts";

/** Keeps what the adviser writes ahead, and carries it into the drafts of the student's records. */
export async function writePreparation(
  tx: Tx,
  actor: Actor,
  studentId: string,
  revision: PreparationRevision,
): Promise<void> {
  const { field, base, value } = revision;
  if (value !== "") checkValue(fieldOf(field), value);
  const { seasonId } = await readPlaceOf(tx, actor, studentId);
  if (seasonId === null) throw new Refused("season-closed", "No conferences are open now.");
  const of = { studentId, seasonId };
  const isWritten = await putPrepared(tx, actor, of, revision);
  if (!isWritten) throw new Stale(await findPrepared(tx, actor, of, field), field);
  await takeOverPreparation(tx, actor, of, { field, base });
}
