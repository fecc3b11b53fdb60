import type { Actor } from "#server/access/actor.ts";
import type { Tx } from "#server/database/connect.ts";
import type { Heard, Told } from "./following.contract.ts";
import { deletePlace, lockPlace, putPlace, type StageOf } from "./following.queries.ts";

/** A stage that has told nothing for this long has gone, and another may speak for it: milliseconds. */
const silence = 15_000;
/** A step that the stage did not hear of in time is not taken late: she has gone on by hand. */
const freshFor = 10_000;
/** A page that was loaded anew goes on where it was; an hour later that is no more the same talk. */
const sameTalk = 3_600_000;

/** The stage says where it is and hears what was asked of it; of two stages the one opened last is followed. */
export async function tellPlace(tx: Tx, actor: Actor, stage: StageOf, told: Told): Promise<Heard> {
  if (told.isLeft) {
    await deletePlace(tx, actor, stage, told.run);
    return { isFollowed: false, asked: [], before: null };
  }
  const known = await lockPlace(tx, actor, stage);
  const since = (at: Date | string | null | undefined) =>
    at ? actor.now.getTime() - new Date(at).getTime() : Infinity;
  const isSame = known?.run === told.run;
  if (known && !isSame && !told.begins && since(known.toldAt) < silence)
    return { isFollowed: false, asked: [], before: null };
  await putPlace(tx, actor, stage, told);
  const isSameTalk = known?.conferenceId === stage.conferenceId && since(known.toldAt) < sameTalk;
  return {
    isFollowed: since(known?.followedAt) < silence,
    asked: (isSame ? known.asked : [])
      .filter(({ number, at }) => number > told.done && since(at) < freshFor)
      .map(({ number, step }) => ({ number, step })),
    before: !isSame && isSameTalk ? known.place : null,
  };
}
