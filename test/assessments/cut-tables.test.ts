import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bandOf, bandStarts } from "#server/assessments/band.ts";
import { readCutTables } from "#server/assessments/cut-table.ts";
import type { CutTable } from "#server/assessments/cut-table.contract.ts";
import english from "../../templates/languages/en/results.json" with { type: "json" };
import spanish from "../../templates/languages/es/results.json" with { type: "json" };

/** One line of cuts: where the bands of a table begin for one area and grade, or by the percentile. */
interface Line {
  readonly table: CutTable;
  readonly name: string;
  readonly area: string;
  readonly grade: number | null;
  readonly starts: readonly number[];
}

const lines: Line[] = readCutTables().flatMap((table): Line[] => {
  if (table.by === "percentile") {
    const { starts } = table;
    return [{ table, name: table.key, area: "math", grade: null, starts }];
  }
  return Object.entries(table.starts).flatMap(([area, grades]) =>
    Object.entries(grades).map(([grade, starts]) => ({
      ...{ table, area, starts, grade: Number(grade) },
      name: `${table.key}, ${area}, grade ${grade}`,
    })),
  );
});

/** The band of a value on a line: its position among the table's bands, from the lowest. */
function bandAt({ table, area, grade }: Line, value: number): number {
  const [score, percentile] = table.by === "score" ? [value, null] : [null, value];
  const banded = bandOf({ test: table.test, area, grade, score, percentile });
  expect(banded?.cutTable).toBe(`${table.key} ${table.version}`);
  return table.bands.indexOf(banded?.band ?? "");
}

/** Scores are kept in hundredths; percentiles are whole, 1 to 99. */
const valuesOf = ({ table, starts }: Line): fc.Arbitrary<number> =>
  table.by === "percentile"
    ? fc.integer({ min: 1, max: 99 })
    : fc
        .integer({ min: ((starts[0] ?? 0) - 600) * 100, max: ((starts.at(-1) ?? 0) + 600) * 100 })
        .map((hundredths) => hundredths / 100);

test("every shipped cut table is found by its test, however it is written", () => {
  expect(readCutTables().map(({ key }) => key)).toEqual(["map-growth", "smarter-balanced", "star"]);
  const lower = bandOf({ test: "map growth", area: "math", grade: 10, score: 221, percentile: 49 });
  expect(lower).toEqual({ band: "Average", cutTable: "map-growth 2025" });
});

test("two versions of a test never ship side by side, so a score has one band", () => {
  const tests = readCutTables().map((table) => table.test.toLowerCase());
  expect(new Set(tests).size).toBe(tests.length);
});

test("every band has words in both languages", () => {
  for (const { bands } of readCutTables())
    for (const band of bands) {
      const key = `band-${band.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
      expect(Object.keys(english), band).toContain(key);
      expect(Object.keys(spanish), band).toContain(key);
    }
});

describe.each(lines)("$name", (line) => {
  const { table, starts } = line;

  test("has one start less than bands, each above the one before, so that no two overlap and nothing lies between", () => {
    expect(starts).toHaveLength(table.bands.length - 1);
    expect(new Set(table.bands).size).toBe(table.bands.length);
    starts.slice(1).forEach((start, at) => expect(start).toBeGreaterThan(starts[at] ?? Infinity));
    if (table.by === "percentile")
      for (const start of starts) expect(start >= 2 && start <= 99 && Number.isInteger(start)).toBe(true);
  });

  test("puts each boundary into the band that begins there, and the least below it into the one before", () => {
    const step = table.by === "percentile" ? 1 : 0.01;
    starts.forEach((start, at) => {
      expect(bandAt(line, start), String(start)).toBe(at + 1);
      expect(bandAt(line, start - step), String(start - step)).toBe(at);
    });
  });

  test("gives every value exactly one band: the one whose range holds it", () => {
    fc.assert(
      fc.property(valuesOf(line), (value) => {
        const ranges = table.bands.map((_, at) => [starts[at - 1] ?? -Infinity, starts[at] ?? Infinity]);
        const holding = ranges.flatMap(([from = 0, to = 0], at) => (from <= value && value < to ? [at] : []));
        expect(holding).toHaveLength(1);
        expect(bandAt(line, value)).toBe(holding[0]);
      }),
    );
  });

  test("never gives a higher value a lower band", () => {
    fc.assert(
      fc.property(valuesOf(line), valuesOf(line), (one, other) => {
        expect(bandAt(line, Math.min(one, other))).toBeLessThanOrEqual(bandAt(line, Math.max(one, other)));
      }),
    );
  });

  test("draws the chart's bands where it cuts", () => {
    const drawn = bandStarts(table.test, line.area, line.grade);
    expect(drawn).toEqual(table.by === "score" ? { bands: table.bands, starts } : null);
  });
});

test("a score of a grade or area without a table has no band, and no score has none", () => {
  const sitting = { test: "Smarter Balanced", area: "math", grade: 9, score: 2600, percentile: 60 };
  expect(bandOf(sitting)).toBeUndefined();
  expect(bandOf({ ...sitting, grade: 8, area: "science" })).toBeUndefined();
  expect(bandOf({ ...sitting, grade: 8, score: null })).toBeUndefined();
  expect(bandOf({ ...sitting, test: "Star", percentile: null })).toBeUndefined();
  expect(bandOf({ ...sitting, test: "A test of our own" })).toBeUndefined();
});
