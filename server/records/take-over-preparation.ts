import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import { never } from "#server/access/relations.ts";
import type { Db, Tx } from "#server/database/connect.ts";
import { inRecord, takeOver } from "./take-over.ts";

interface PreparedFor {
  readonly studentId: string;
  readonly seasonId: string;
}

/** A field that was just written ahead, and what stood there before. */
interface Replaced {
  readonly field: string;
  readonly base: string;
}

/**
 * Takes what the adviser wrote ahead into the drafts of a student's records of a season: every field nobody wrote in
 * yet, and the one just `replaced` where the record still says what stood there before.
 */
export const takeOverPreparation = (
  db: Db | Tx,
  actor: Actor,
  { studentId, seasonId }: PreparedFor,
  replaced?: Replaced,
): Promise<void> =>
  takeOver(db, actor, {
    studentId,
    seasonId,
    written: sql`select field, words, language, written_by from preparation
      where district_id = ${actor.districtId} and student_id = ${studentId} and season_id = ${seasonId}`,
    givesWay: (known) =>
      replaced
        ? sql`${sql.ref(`${known}.field`)} = ${replaced.field}
            and ${sql.ref(`${known}.value`)} = ${inRecord(sql`${replaced.base}::text`)}`
        : never,
  });
