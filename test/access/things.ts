import type { Db } from "#server/database/connect.ts";
import type { Storage } from "#server/files/storage/storage.ts";
import type { Circle } from "./cast.ts";
import { bringFile } from "./things/files.ts";
import { bringHeldConference } from "./things/held.ts";
import { bringWork } from "./things/work.ts";

/** What exists around one student when the matrix asks: ids of real rows in the states the routes need. */
export interface Things {
  readonly studentId: string;
  /** A piece of hers, shared with those who guide her and handed in to her class. */
  readonly workSampleId: string;
  /** A photo in that piece. */
  readonly fileId: string;
  /** A conference that was held, with a sealed record and a note from her mother. */
  readonly heldConferenceId: string;
}

/** Puts real things around a student. */
export async function bringThings(db: Db, files: Storage, circle: Circle): Promise<Things> {
  const workSampleId = await bringWork(db, circle);
  return {
    studentId: circle.student.personId,
    workSampleId,
    fileId: await bringFile(db, files, circle, workSampleId),
    ...(await bringHeldConference(db, circle)),
  };
}
