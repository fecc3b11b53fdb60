import type { Actor } from "#server/access/actor.ts";
import type { Db } from "#server/database/connect.ts";
import { gatherThings } from "./gather-things.ts";
import type { StageThing } from "./stage-choice.contract.ts";
import { listKeptOff } from "./stage-choice.queries.ts";

/** What stands in a student's conference by itself, and whether she shows it; a goal speaks for its promises. */
export async function listStageThings(
  db: Db,
  actor: Actor,
  { studentId, seasonId }: { studentId: string; seasonId: string },
): Promise<StageThing[]> {
  const [things, keptOff] = await Promise.all([
    gatherThings(db, actor, { studentId, seasonId }),
    listKeptOff(db, actor, studentId, seasonId),
  ]);
  return things
    .filter(({ item }) => item.shown.kind !== "promise")
    .map(({ thing, item: { audience, shown } }) => ({
      thing,
      segment: shown.segment,
      audience,
      isOnStage: !keptOff.has(thing),
      shown,
    }));
}
