import { sql } from "kysely";
import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { bandStarts } from "./band.ts";
import { growthOf } from "./growth.ts";
import { readableBy } from "./result.access.ts";
import type { AssessmentResult } from "./result.contract.ts";

const resultColumns = [
  "assessmentResult.id",
  "assessmentResult.area",
  "assessmentResult.test",
  "assessmentResult.schoolYear",
  "assessmentResult.testWindow as window",
  "assessmentResult.growth",
  "assessmentResult.growthExpected",
  "assessmentResult.band",
  "assessmentResult.score",
  "assessmentResult.standardError",
  "assessmentResult.percentile",
  "assessmentResult.normYear",
  "assessmentResult.cutTable",
  "assessmentResult.grade",
  "assessmentResult.takenOn",
  "assessmentResult.notTestedBecause",
] as const;

const latestWindowFirst = sql`array_position(array['spring', 'winter', 'fall'], assessment_result.test_window)`;

/** A student's results, newest first, as far as this person may read numbers. */
export async function listResults(db: Db, actor: Actor, studentId: string): Promise<AssessmentResult[]> {
  const rows = await db
    .selectFrom("assessmentResult")
    .select(resultColumns)
    .where("assessmentResult.districtId", "=", actor.districtId)
    .where("assessmentResult.studentId", "=", studentId)
    .where(readableBy(actor))
    .orderBy("assessmentResult.schoolYear", "desc")
    .orderBy(latestWindowFirst)
    .orderBy("assessmentResult.area")
    .execute();
  return rows.map((row) => ({
    ...row,
    growthIs: growthOf(row),
    cuts: bandStarts(row.test, row.area, row.grade),
  })) as AssessmentResult[];
}
