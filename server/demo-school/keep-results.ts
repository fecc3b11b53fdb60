import { uuidv7 } from "uuidv7";
import { bandOf } from "#server/assessments/band.ts";
import { windowOf } from "./calendar.ts";
import type { CastMember } from "./cast-member.ts";
import { cast, type CastKey } from "./cast.ts";
import type { ResultTold, StudentTold } from "./story.ts";
import type { Telling } from "./telling.ts";

/** Keeps a student's test results of some days, counted from today; the figures are invented. */
export async function keepResults(
  telling: Telling,
  { key, results = [] }: StudentTold,
  { from, until }: { from: number; until: number },
): Promise<void> {
  const { tx, districtId } = telling;
  const studentId = telling.of(key).personId;
  const known = results.filter(({ on }) => from <= on && on < until);
  const rows = known.map((result) => ({
    districtId,
    id: uuidv7(),
    studentId,
    ...rowOf(telling, key, result),
  }));
  if (rows.length > 0) await tx.insertInto("assessmentResult").values(rows).execute();
}

const test = "MAP Growth";

function rowOf({ calendar }: Telling, key: CastKey, { on, area, growth, ...said }: ResultTold) {
  const takenOn = calendar.day(on);
  const wasTested = said.score !== undefined;
  const year = calendar.yearOf(takenOn).name;
  const member: CastMember = cast[key];
  const grade = (member.grade ?? 10) - (Number(calendar.year.name.slice(0, 4)) - Number(year.slice(0, 4)));
  const [score, percentile] = [said.score ?? null, said.percentile ?? null];
  const banded = bandOf({ test, area, grade, score, percentile });
  return {
    test,
    area,
    schoolYear: year,
    grade,
    testWindow: windowOf(takenOn),
    takenOn: wasTested ? takenOn : null,
    notTestedBecause: said.notTestedBecause ?? null,
    score,
    standardError: wasTested ? 3 : null,
    percentile,
    band: banded?.band ?? null,
    cutTable: banded?.cutTable ?? null,
    growth: growth?.[0] ?? null,
    growthExpected: growth?.[1] ?? null,
    normYear: wasTested ? 2025 : null,
  };
}
