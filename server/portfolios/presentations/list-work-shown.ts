import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { unsafeListWork } from "./presentation.queries.ts";

/** A piece of work by its name when it was shown. */
export interface WorkShown {
  readonly title: string;
  readonly language: string;
}

/** The work shown at a conference whose record the caller may read, each piece once, in the order of the stage. */
export async function listWorkShown(db: Db, actor: Actor, conferenceId: string): Promise<WorkShown[]> {
  const pieces = await unsafeListWork(db, actor, conferenceId);
  const seen = new Set<string>();
  return pieces
    .filter(({ workSampleId }) => !seen.has(workSampleId) && seen.add(workSampleId))
    .map(({ title, language }) => ({ title, language }));
}
