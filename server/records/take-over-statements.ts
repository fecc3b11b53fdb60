import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { takeOver } from "./take-over.ts";

interface StatementsOf {
  readonly studentId: string;
  readonly seasonId: string;
}

/**
 * Takes what the student said about herself into the drafts of her records of a season.
 * A field follows her as long as nobody else typed there: what was put down in the room stands.
 */
export const takeOverStatements = (
  db: Db | Tx,
  actor: Actor,
  { studentId, seasonId }: StatementsOf,
): Promise<void> =>
  takeOver(db, actor, {
    studentId,
    seasonId,
    written: sql`select field, words, language, student_id as written_by from statement
      where district_id = ${actor.districtId} and student_id = ${studentId} and season_id = ${seasonId}`,
    givesWay: (known) => sql`${sql.ref(`${known}.savedBy`)} = ${studentId}`,
  });
