import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import { Invalid, Refused, Stale } from "#server/http/problems.ts";
import { ownKey } from "#server/record-templates/definition/resolve-form.ts";
import { findOwnField } from "#server/record-templates/find-form.ts";
import { checkValue, ownFieldFor } from "#server/records/record-fields.ts";
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
  const { id: seasonId, grade } = await readSeasonOf(tx, actor, studentId);
  if (seasonId === null) throw new Refused("season-closed", "No conferences are open now.");
  await refuseWhatDoesNotFit(tx, actor, { seasonId, grade }, revision);
  const faster = await putStatement(tx, actor, seasonId, revision);
  if (faster) throw new Stale(faster.stands, revision.field);
  await takeOverStatements(tx, actor, { studentId, seasonId });
}

/** A field her school added must be asked of her, and hold what it is for. */
async function refuseWhatDoesNotFit(
  tx: Tx,
  actor: Actor,
  place: { seasonId: string; grade: number },
  { field, value }: StatementRevision,
): Promise<void> {
  if (ownKey(field) === undefined) return;
  const asked = await findOwnField(tx, actor, { ...place, by: "student" }, field);
  if (!asked) throw new Invalid("field", "You are not asked that.");
  if (value !== "") checkValue(ownFieldFor(asked.own), value);
}
