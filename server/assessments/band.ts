import type { CutTable } from "./cut-table.contract.ts";
import { findCutTable } from "./cut-table.ts";

interface Sitting {
  readonly test: string;
  readonly area: string;
  /** The student's grade at the time; score tables differ by it. */
  readonly grade: number | null;
  readonly score: number | null;
  readonly percentile: number | null;
}

/** A band and the version of the table that says so. */
export interface Banded {
  readonly band: string;
  readonly cutTable: string;
}

/** Reads a score by the test's cut table; undefined where no table says anything about it. */
export function bandOf({ test, ...sitting }: Sitting): Banded | undefined {
  const table = findCutTable(test);
  const cut = table && cutOf(table, sitting);
  if (!table || !cut) return undefined;
  const begun = cut.starts.filter((start) => start <= cut.value).length;
  const band = table.bands[begun];
  return band === undefined ? undefined : { band, cutTable: `${table.key} ${table.version}` };
}

function cutOf(
  table: CutTable,
  { area, grade, score, percentile }: Omit<Sitting, "test">,
): { value: number; starts: readonly number[] } | undefined {
  if (table.by === "percentile")
    return percentile === null ? undefined : { value: percentile, starts: table.starts };
  const starts = table.starts[area]?.[String(grade)];
  return score === null || !starts ? undefined : { value: score, starts };
}

/** The scores at which bands begin for an area and grade, lowest band first, where the test has such a table. */
export function bandStarts(
  test: string,
  area: string,
  grade: number | null,
): { bands: string[]; starts: number[] } | null {
  const table = findCutTable(test);
  const starts = table?.by === "score" ? table.starts[area]?.[String(grade)] : undefined;
  return table && starts ? { bands: [...table.bands], starts: [...starts] } : null;
}
