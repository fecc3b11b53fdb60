import { uuidv7 } from "uuidv7";
import { windowOf } from "./calendar.ts";
import type { ResultTold, StudentTold } from "./story.ts";
import type { Telling } from "./telling.ts";

/** Keeps a student's test results from before or after the last season; the figures are invented. */
export async function keepResults(
  telling: Telling,
  { key, results = [] }: StudentTold,
  when: "before" | "after",
): Promise<void> {
  const { tx, districtId, calendar } = telling;
  const studentId = telling.of(key).personId;
  const known = results.filter(({ on }) => on < calendar.lastSeason === (when === "before"));
  const rows = known.map((result) => ({ districtId, id: uuidv7(), studentId, ...rowOf(telling, result) }));
  if (rows.length > 0) await tx.insertInto("assessmentResult").values(rows).execute();
}

function rowOf({ calendar }: Telling, { on, area, growth, ...said }: ResultTold) {
  const takenOn = calendar.day(on);
  const wasTested = said.score !== undefined;
  return {
    test: "MAP Growth",
    area,
    schoolYear: calendar.yearOf(takenOn).name,
    testWindow: windowOf(takenOn),
    takenOn: wasTested ? takenOn : null,
    notTestedBecause: said.notTestedBecause ?? null,
    score: said.score ?? null,
    standardError: wasTested ? 3 : null,
    percentile: said.percentile ?? null,
    band: said.band ?? null,
    growth: growth?.[0] ?? null,
    growthExpected: growth?.[1] ?? null,
    normYear: wasTested ? 2025 : null,
  };
}
