import type { WordKey } from "../words/areas.ts";
import type { NumberKind } from "./numbers.api.ts";

/** One field of the form for a row; `options` are chosen from, by key and word. */
export interface HandField {
  readonly field: string;
  readonly is: "line" | "number" | "day" | "moment" | "choice" | "prose";
  readonly needed?: boolean;
  readonly hint?: WordKey;
  readonly options?: readonly (readonly [string, WordKey])[];
}

const subject: HandField = {
  ...{ field: "subject", is: "choice" },
  options: [
    ["english", "credits.english"],
    ["math", "credits.math"],
    ["science", "credits.science"],
    ["history", "credits.history"],
    ["language", "credits.language"],
    ["arts", "credits.arts"],
    ["health", "credits.health"],
    ["elective", "credits.elective"],
  ],
};
const schoolYear: HandField = { field: "schoolYear", is: "line", hint: "numbers.yearHint" };

export const handFields: Record<NumberKind, readonly HandField[]> = {
  results: [
    { field: "test", is: "line", needed: true, hint: "numbers.testHint" },
    {
      ...{ field: "area", is: "choice", needed: true },
      options: [
        ["language-arts", "results.language-arts"],
        ["math", "results.math"],
      ],
    },
    { field: "takenOn", is: "day", needed: true },
    { field: "score", is: "number" },
    { field: "percentile", is: "number" },
    { field: "normYear", is: "number", hint: "numbers.normYearHint" },
    { field: "growth", is: "number" },
    { field: "growthExpected", is: "number" },
    { field: "notTestedBecause", is: "line" },
  ],
  grades: [
    { field: "course", is: "line", needed: true },
    subject,
    { field: "grade", is: "line", needed: true },
    { field: "asOf", is: "moment", hint: "numbers.asOfHint" },
    { field: "comment", is: "prose" },
  ],
  credits: [
    { field: "course", is: "line", needed: true },
    subject,
    { ...schoolYear, needed: true },
    {
      ...{ field: "term", is: "choice" },
      options: [
        ["year", "credits.year"],
        ["fall", "credits.fall"],
        ["spring", "credits.spring"],
        ["summer", "credits.summer"],
      ],
    },
    { field: "attempted", is: "number", needed: true },
    { field: "earned", is: "number" },
    { field: "grade", is: "line" },
    {
      ...{ field: "onCollegeList", is: "choice" },
      options: [
        ["yes", "numbers.yes"],
        ["no", "numbers.no"],
      ],
    },
    { field: "externalSchool", is: "line" },
  ],
};

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** The form as a table of one row; whoever has a figure in it is a student's number, else her name. */
export function tableOf(kind: NumberKind, student: string, cells: Readonly<Record<string, string>>): string {
  const fields = handFields[kind].map(({ field }) => field);
  return [
    [/\d/.test(student) ? "number" : "student", ...fields].join("\t"),
    [student, ...fields.map((field) => cells[field] ?? "")].map(quoted).join("\t"),
  ].join("\n");
}

/** What is left of a table when only some of its rows are kept: headings, and those. */
export function onlyRows(text: string, rows: readonly { line: number; lines: number }[]): string {
  const all = text.split(/\r\n?|\n/);
  const head = all.find((line) => line.trim() !== "") ?? "";
  return [head, ...rows.flatMap(({ line, lines }) => all.slice(line - 1, line - 1 + lines))].join("\n");
}
