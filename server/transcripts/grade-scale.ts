const points: Record<string, number> = { A: 4, B: 3, C: 2, D: 1, F: 0 };
/** The least percentage of each letter, as most US schools draw it; steps of a third within a letter. */
const percents = [
  [93, 4],
  [90, 3.7],
  [87, 3.3],
  [83, 3],
  [80, 2.7],
  [77, 2.3],
  [73, 2],
  [70, 1.7],
  [67, 1.3],
  [63, 1],
  [60, 0.7],
] as const;

/** Grade points of a letter or a percentage, 0 to 4.3; null for what is neither ("P", "Credit"). */
export function pointsOf(grade: string | null): number | null {
  const text = (grade ?? "").trim().toUpperCase().replaceAll(/[−–]/g, "-");
  const letter = /^([ABCDF])([+-]?)$/.exec(text);
  if (letter) return Math.max(0, (points[letter[1] ?? ""] ?? 0) + step(letter[1], letter[2]));
  const percent = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(text)?.[1];
  if (percent === undefined) return null;
  return percents.find(([least]) => Number(percent) >= least)?.[1] ?? 0;
}

const step = (letter: string | undefined, sign: string | undefined): number =>
  letter === "F" || !sign ? 0 : sign === "+" ? 0.3 : -0.3;

/** Whether a grade is at least another; one without points ("Pass") is taken to be. */
export function reaches(grade: string | null, least: string): boolean {
  const got = pointsOf(grade);
  return got === null || got >= (pointsOf(least) ?? 0);
}
