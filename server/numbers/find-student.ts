import { loose } from "./columns.ts";
import type { Given, Refusal } from "./read-table.ts";

/** A student whose numbers may be written. */
export interface KnownStudent {
  readonly personId: string;
  readonly studentNumber: string;
  readonly name: string;
  readonly grade: number;
  /** The school's clock. */
  readonly zone: string;
}

const words = (name: string): string[] =>
  name
    .split(/[\s,]+/)
    .map(loose)
    .filter((word) => word !== "");
/** The same whether the family name comes first or last. */
const sorted = (name: string): string => words(name).sort().join(" ");

/** Finds students by their number, or where there is none by their whole name. */
export function studentFinder(students: readonly KnownStudent[]): (given: Given) => KnownStudent | Refusal {
  const byNumber = new Map(students.map((student) => [student.studentNumber, student]));
  const byName = new Map<string, KnownStudent[]>();
  for (const student of students)
    byName.set(sorted(student.name), [...(byName.get(sorted(student.name)) ?? []), student]);
  return (given) => {
    const name = String(
      given["student"] ?? [given["givenName"], given["familyName"]].filter(Boolean).join(" "),
    );
    const number = given["number"];
    if (typeof number === "string") {
      const student = byNumber.get(number);
      if (!student) return { reason: "unknown-student", column: "number", cell: number };
      const isHers = name === "" || words(name).some((word) => words(student.name).includes(word));
      return isHers ? student : { reason: "other-name", column: "student", cell: name };
    }
    if (name === "") return { reason: "missing", column: "student" };
    const [student, ...others] = byName.get(sorted(name)) ?? [];
    if (!student) return { reason: "unknown-student", column: "student", cell: name };
    return others.length > 0 ? { reason: "two-students", column: "student", cell: name } : student;
  };
}
