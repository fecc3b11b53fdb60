import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import type { Reflection } from "./reflection.contract.ts";
import { listReflections } from "./reflection.queries.ts";

/** What was answered about a piece, as far as this person may read it, for the page of that piece. */
export const readReflections = (db: Db, actor: Actor, workSampleId: string): Promise<Reflection[]> =>
  listReflections(db, actor, workSampleId);
