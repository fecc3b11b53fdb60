import type { Db } from "#server/database/connect.ts";
import type { Circle } from "./cast.ts";

/** What exists around one student when the matrix asks: ids of real rows in the states the routes need. */
export interface Things {
  readonly studentId: string;
}

/** Puts real things around a student. */
export async function bringThings(_db: Db, { student }: Circle): Promise<Things> {
  return { studentId: student.personId };
}
