import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Refused, Stale } from "#server/http/problems.ts";
import { takeOverStatements } from "#server/records/take-over-statements.ts";
import type { StatementRevision } from "./statement.contract.ts";
import { putStatement, readSeasonOf } from "./statement.queries.ts";

/** Keeps what she says about herself, and carries it into the drafts of her records. */
export async function writeStatement(
  tx: Tx,
  actor: Actor,
  studentId: string,
  revision: StatementRevision,
): Promise<void> {
  const { id: seasonId } = await readSeasonOf(tx, actor, studentId);
  if (seasonId === null) throw new Refused("season-closed", "No conferences are open now.");
  const faster = await putStatement(tx, actor, seasonId, revision);
  if (faster) throw new Stale(faster.stands, revision.field);
  await takeOverStatements(tx, actor, { studentId, seasonId });
}
