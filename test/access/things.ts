import type { Db } from "#server/database/connect.ts";
import type { Circle } from "./cast.ts";
import { bringHeldConference } from "./things/held.ts";
import { bringWork } from "./things/work.ts";

/** What exists around one student when the matrix asks: ids of real rows in the states the routes need. */
export interface Things {
  readonly studentId: string;
  /** A piece of hers, shared with those who guide her and handed in to her class. */
  readonly workSampleId: string;
  /** A conference that was held, with a sealed record and a note from her mother. */
  readonly heldConferenceId: string;
}

/** Puts real things around a student. */
export async function bringThings(db: Db, circle: Circle): Promise<Things> {
  return {
    studentId: circle.student.personId,
    workSampleId: await bringWork(db, circle),
    ...(await bringHeldConference(db, circle)),
  };
}
